import { own } from '../contract/own.ts'
import { bodyHash, sameText } from './sha256.ts'
import { wireProblem } from './wire-problem.ts'
import type { Credentials, KeyRing, Message, WireProblem } from './wire.ts'

type MaybeProblem = WireProblem | undefined
type Headers = Message['headers']

/** What an `authorization` header says, whatever the scheme. */
export interface Authorization {
  readonly accessKey: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

/** What a message claims: who signed it, over which headers, and when. */
export interface Claim<A extends Authorization> {
  readonly authorization: A
  readonly at: Date
}

/** In what one way to sign differs from the others. Names of headers are in lower case. */
export interface SignatureScheme<A extends Authorization> {
  /** its name, as the header `authorization` begins with it */
  readonly algorithm: string
  /** undefined when the header is not of the scheme's form */
  readonly read: (authorization: string) => A | undefined
  /** the header that says when a message was signed */
  readonly dateHeader: string
  readonly readDate: (text: string) => Date | undefined
  /** how far the clocks may be apart, in milliseconds */
  readonly skew: number
  readonly tokenHeader: string
  /** the header that may state the hash of the body */
  readonly contentHeader?: string
  /** what a signature has to cover of a message with these headers */
  readonly mustCover: (headers: Headers) => readonly string[]
  /** what else can be wrong with a claim, whoever makes it */
  readonly claimProblem?: (message: Message, claim: Claim<A>) => MaybeProblem
  /** of a claim that is too old and wrong, its age is told */
  readonly ageFirst?: true
  /** the signatures that prove a claim: one for each spelling of the message that clients use */
  readonly proofs: (message: Message, claim: Claim<A>, credentials: Credentials) => Iterable<string>
}

/** Who has keys, and the time of the server. */
export interface Verifying {
  readonly keys: KeyRing
  readonly now: Date
}

/**
 * Who signed a message by a scheme (in a header), or why it can not be trusted. The message is as it travelled, path
 * prefix included. The signature is recomputed over the headers it names itself; secrets are compared in constant
 * time.
 */
export function verifySignature<A extends Authorization>(
  scheme: SignatureScheme<A>,
  message: Message,
  { keys, now }: Verifying,
): { readonly accessKey: string } | WireProblem {
  const claim = readClaim(scheme, message.headers)
  if ('problem' in claim) return claim
  const early = earlyProblem(scheme, message, { claim, now })
  if (early !== undefined) return early
  const { accessKey } = claim.authorization
  const credentials = keys(accessKey)
  if (credentials === undefined) {
    return wireProblem('wire.unknown-key', `nobody has the access key ${accessKey}`)
  }
  return flawOf(scheme, message, { claim, credentials }) ?? { accessKey }
}

/** What is wrong with a claim before anybody knows whose it is. */
const earlyProblem = <A extends Authorization>(
  scheme: SignatureScheme<A>,
  message: Message,
  { claim, now }: { readonly claim: Claim<A>; readonly now: Date },
): MaybeProblem => {
  const age = timeProblem(scheme, claim.at, now)
  const other = scheme.claimProblem?.(message, claim)
  return scheme.ageFirst === true ? (age ?? other) : (other ?? age)
}

/** A claim, and the keys of whoever it names. */
interface Named<A extends Authorization> {
  readonly claim: Claim<A>
  readonly credentials: Credentials
}

const flawOf = <A extends Authorization>(
  { tokenHeader, contentHeader, mustCover, proofs }: SignatureScheme<A>,
  message: Message,
  { claim, credentials }: Named<A>,
): MaybeProblem =>
  tokenProblem(message.headers[tokenHeader], credentials) ??
  coverageProblem(message.headers, claim.authorization.signedHeaders, mustCover(message.headers)) ??
  contentProblem(message, contentHeader) ??
  proofProblem(claim, proofs(message, claim, credentials))

const readClaim = <A extends Authorization>(
  { algorithm, read, dateHeader, readDate }: SignatureScheme<A>,
  headers: Headers,
): Claim<A> | WireProblem => {
  const header = headers['authorization']
  if (header === undefined) return wireProblem('wire.missing-signature', 'no header authorization')
  const authorization = read(header)
  if (authorization === undefined) {
    return wireProblem('wire.malformed-signature', `authorization is not of the ${algorithm} form`)
  }
  const at = readDate(headers[dateHeader] ?? '')
  return at === undefined
    ? wireProblem('wire.malformed-signature', `${dateHeader} says no time`)
    : { authorization, at }
}

const timeProblem = ({ skew }: { readonly skew: number }, at: Date, now: Date): MaybeProblem => {
  const apart = now.getTime() - at.getTime()
  return Math.abs(apart) <= skew
    ? undefined
    : wireProblem('wire.expired', `signed ${apart / 1000} s before the server's clock`)
}

const tokenProblem = (given: string | undefined, { token }: Credentials): MaybeProblem => {
  const fits = given === undefined || token === undefined ? given === token : sameText(given, token)
  return fits
    ? undefined
    : wireProblem('wire.invalid-token', 'the token is not the one of this access key')
}

const coverageProblem = (
  headers: Headers,
  signed: readonly string[],
  wanted: readonly string[],
): MaybeProblem => {
  const absent = signed.filter((name) => own(headers, name) === undefined)
  if (absent.length > 0) {
    return wireProblem('wire.malformed-signature', `signed but absent: ${absent.join(', ')}`)
  }
  const bare = wanted.filter((name) => !signed.includes(name))
  return bare.length === 0
    ? undefined
    : wireProblem('wire.unsigned-header', `not signed: ${bare.join(', ')}`)
}

const contentProblem = (message: Message, header: string | undefined): MaybeProblem => {
  const hash = header && message.headers[header]
  return hash === undefined || hash === bodyHash(message)
    ? undefined
    : wireProblem('wire.invalid-signature', `${header} is not the hash of the body`)
}

const proofProblem = (
  { authorization }: Claim<Authorization>,
  proofs: Iterable<string>,
): MaybeProblem => {
  for (const proof of proofs) if (sameText(proof, authorization.signature)) return undefined
  return wireProblem('wire.invalid-signature', 'the signature is not the one of this message')
}
