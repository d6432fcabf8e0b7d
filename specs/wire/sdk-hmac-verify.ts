import { own } from '../contract/own.ts'
import { readBasicDate } from './basic-date.ts'
import { readSdkHmacAuthorization, type SdkHmacAuthorization } from './sdk-hmac-authorization.ts'
import { sdkHmacCanonical, sdkHmacSignature, type PathForm } from './sdk-hmac.ts'
import { bodyHash, sameText } from './sha256.ts'
import { wireProblem } from './wire-problem.ts'
import type { Credentials, KeyRing, Message, MessageHead, WireProblem } from './wire.ts'

/** How far the clocks may be apart, in milliseconds (CodeArts document, line 308). */
const sdkHmacSkew = 15 * 60 * 1000

type Problem = WireProblem | undefined

interface Signed {
  readonly authorization: SdkHmacAuthorization
  readonly date: string
  readonly at: Date
}

const readSigned = ({ headers }: MessageHead): Signed | WireProblem => {
  const header = headers['authorization']
  if (header === undefined) return wireProblem('wire.missing-signature', 'no header authorization')
  const authorization = readSdkHmacAuthorization(header)
  if (authorization === undefined) {
    return wireProblem(
      'wire.malformed-signature',
      'authorization is not of the SDK-HMAC-SHA256 form',
    )
  }
  const date = headers['x-sdk-date'] ?? ''
  const at = readBasicDate(date)
  if (at === undefined) return wireProblem('wire.malformed-signature', 'x-sdk-date is no date')
  return { authorization, date, at }
}

const timeProblem = (at: Date, now: Date): Problem => {
  const apart = now.getTime() - at.getTime()
  return Math.abs(apart) <= sdkHmacSkew
    ? undefined
    : wireProblem('wire.expired', `signed ${apart / 1000} s before the server's clock`)
}

const tokenProblem = ({ headers }: Message, credentials: Credentials): Problem => {
  const token = headers['x-security-token']
  if (token === undefined && credentials.token === undefined) return undefined
  return token !== undefined &&
    credentials.token !== undefined &&
    sameText(token, credentials.token)
    ? undefined
    : wireProblem('wire.invalid-token', 'the security token is not the one of this access key')
}

/** Which headers a signature covers is the client's choice; only without the date it could be used for ever. */
const coverageProblem = ({ headers }: Message, signed: readonly string[]): Problem => {
  const absent = signed.filter((name) => own(headers, name) === undefined)
  if (absent.length > 0) {
    return wireProblem('wire.malformed-signature', `signed but absent: ${absent.join(', ')}`)
  }
  return signed.includes('x-sdk-date')
    ? undefined
    : wireProblem('wire.unsigned-header', 'not signed: x-sdk-date')
}

const contentProblem = (message: Message): Problem => {
  const hash = message.headers['x-sdk-content-sha256']
  return hash === undefined || hash === bodyHash(message)
    ? undefined
    : wireProblem('wire.invalid-signature', 'x-sdk-content-sha256 is not the hash of the body')
}

const pathForms: readonly PathForm[] = ['decoded', 'as-sent']

const isGenuine = (message: Message, { authorization, date }: Signed, secret: string): boolean =>
  pathForms
    .map((form) => sdkHmacCanonical(message, authorization.signedHeaders, form))
    .some((canonical) =>
      sameText(sdkHmacSignature(canonical, date, secret), authorization.signature),
    )

/**
 * Who signed a message with SDK-HMAC-SHA256, or why it can not be trusted. The message is as it travelled,
 * path prefix included. The signature is recomputed over the headers it names itself; secrets are compared in
 * constant time.
 */
export function verifySdkHmac(
  message: Message,
  keys: KeyRing,
  now: Date,
): { readonly accessKey: string } | WireProblem {
  const signed = readSigned(message)
  if ('problem' in signed) return signed
  const { accessKey, signedHeaders } = signed.authorization
  const late = timeProblem(signed.at, now)
  if (late !== undefined) return late
  const credentials = keys(accessKey)
  if (credentials === undefined) {
    return wireProblem('wire.unknown-key', `nobody has the access key ${accessKey}`)
  }
  const flaw =
    tokenProblem(message, credentials) ??
    coverageProblem(message, signedHeaders) ??
    contentProblem(message)
  if (flaw !== undefined) return flaw
  return isGenuine(message, signed, credentials.secret)
    ? { accessKey }
    : wireProblem('wire.invalid-signature', 'the signature is not the one of this message')
}
