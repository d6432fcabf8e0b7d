import { verifyToken } from './issued-token.ts'
import { verifySdkHmac } from './sdk-hmac-verify.ts'
import { signSdkHmac } from './sdk-hmac.ts'
import { wireProblem } from './wire-problem.ts'
import type { Message, Wire, WireProblem } from './wire.ts'

type Signing = Pick<Wire, 'sign' | 'verify'>
type Sender = { readonly accessKey: string } | WireProblem

/** A header that names the account must name the one whose key signed. */
const inDomain = ({ headers }: Message, sender: Sender): Sender => {
  const domain = headers['x-domain-id']
  if ('problem' in sender || domain === undefined || domain === sender.accessKey) return sender
  return wireProblem('wire.wrong-scope', 'x-domain-id is not the account of the access key')
}

/** Calls are signed with SDK-HMAC-SHA256, and no other way. */
export const sdkHmacSigning: Signing = {
  sign: async (message, endpoint, scope) => signSdkHmac(message, endpoint, scope),
  verify: async (message, keys, now) => inDomain(message, verifySdkHmac(message, keys, now)),
}

/** Calls carry a token in `x-auth-token`; whoever has keys and no token signs with SDK-HMAC-SHA256 instead. */
export const tokenSigning: Signing = {
  sign: async (message, endpoint, scope) => {
    const { token } = scope.credentials
    if (token === undefined) return signSdkHmac(message, endpoint, scope)
    const headers = { ...message.headers, host: endpoint.host, 'x-auth-token': token }
    return { ...message, headers }
  },
  verify: async (message, keys, now) => {
    const signed = message.headers['x-auth-token'] === undefined
    return signed ? verifySdkHmac(message, keys, now) : verifyToken(message, keys, now)
  },
}
