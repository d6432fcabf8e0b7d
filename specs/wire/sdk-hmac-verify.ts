import { basicDate, readBasicDate } from './basic-date.ts'
import { readSdkHmacAuthorization } from './sdk-hmac-authorization.ts'
import { sdkHmacCanonical, sdkHmacSignature, type PathForm } from './sdk-hmac.ts'
import { verifySignature, type Authorization, type SignatureScheme } from './verify-signature.ts'
import type { KeyRing, Message, WireProblem } from './wire.ts'

/** Who signed a message with SDK-HMAC-SHA256, or why it can not be trusted (verify-signature.ts). */
export function verifySdkHmac(
  message: Message,
  keys: KeyRing,
  now: Date,
): { readonly accessKey: string } | WireProblem {
  return verifySignature(scheme, message, { keys, now })
}

const pathForms: readonly PathForm[] = ['decoded', 'as-sent']

const scheme: SignatureScheme<Authorization> = {
  algorithm: 'SDK-HMAC-SHA256',
  read: readSdkHmacAuthorization,
  dateHeader: 'x-sdk-date',
  readDate: readBasicDate,
  // CodeArts document, line 308
  skew: 15 * 60 * 1000,
  tokenHeader: 'x-security-token',
  contentHeader: 'x-sdk-content-sha256',
  // which headers a signature covers is the client's choice; only without the date it could be used for ever
  mustCover: () => ['x-sdk-date'],
  *proofs(message, { authorization, at }, { secret }) {
    for (const form of pathForms) {
      const canonical = sdkHmacCanonical(message, authorization.signedHeaders, form)
      yield sdkHmacSignature(canonical, basicDate(at), secret)
    }
  },
}
