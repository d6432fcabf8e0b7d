import type { ReferenceEndpoint } from '../specs/vendor/reference-endpoint.ts'
import type { KeyRing } from '../specs/wire/wire.ts'

/** Every account has one key: its own id, with the secret that all accounts share. There are no session tokens. */
export function keysOf(referenceEndpoint: ReferenceEndpoint): KeyRing {
  const account = new RegExp(referenceEndpoint.accountKey, 'u')
  return (accessKey) =>
    account.test(accessKey) ? { accessKey, secret: referenceEndpoint.secret } : undefined
}
