import type { Citation } from '../contract/citation.ts'
import type {
  Answer,
  Credentials,
  KeyRing,
  Message,
  MessageHead,
  Serving,
  SigningScope,
  WireProblem,
} from '../wire/wire.ts'

/** A public identity service, and for which endpoints of the vendor it is the right one. */
export interface IdentityPlace {
  /** the domains in which those endpoints have their names */
  readonly domains: readonly string[]
  /** the regions of a signature, as a regular expression; any where none is said */
  readonly regions?: string
  /** its URL; `{region}` stands for the region */
  readonly url: string
}

/** What an answer says of whoever asked: the account, the code of a refusal, or why it says neither (no answer is quoted). */
export type IdentityReading =
  | { readonly account: string }
  | { readonly code: string }
  | { readonly says: string }

/** The codes by which a vendor's services say that temporary credentials have expired. */
export interface ExpiredCodes {
  /** that and nothing else */
  readonly surely: readonly string[]
  /** that among others: a wrong token, a wrong signature */
  readonly perhaps: readonly string[]
  readonly citations: readonly [Citation, ...Citation[]]
}

/** Where an identity service says whose credentials signed a request: what a client asks, and what a server answers. */
export interface IdentityService {
  /** who says that it is asked so, and where */
  readonly citations: readonly [Citation, ...Citation[]]
  /** the public ones, for whoever has such credentials; the first that fits counts */
  readonly places: (credentials: Credentials) => readonly IdentityPlace[]
  readonly expired: ExpiredCodes
  /** client: the signed question */
  readonly ask: (endpoint: URL, scope: SigningScope) => Promise<Message>
  /** client: what an answer says */
  readonly read: (answer: Answer) => IdentityReading
  /** server: whether a message is such a question, by its head: the body of whom nobody knows is not kept */
  readonly serves: (head: MessageHead) => boolean
  /** server: whose question it is (the access key), or why it can not be trusted */
  readonly verify: (
    message: Message,
    keys: KeyRing,
    serving: Serving,
  ) => Promise<{ readonly accessKey: string } | WireProblem>
  /** server: the answer to a question of an account */
  readonly answer: (account: string, message: Message, requestId: string) => Answer
  /** server: how a question is refused; as any other message unless said */
  readonly refuse?: (problem: WireProblem, requestId: string) => Answer
}

/** The URL of the public service for an endpoint of the vendor's own; undefined where none is known. */
export function placeFor(
  places: readonly IdentityPlace[],
  endpoint: URL,
  region: string,
): string | undefined {
  const place = places.find(
    ({ domains, regions }) =>
      domains.some((domain) => endpoint.hostname.endsWith(`.${domain}`)) &&
      (regions === undefined || new RegExp(regions, 'u').test(region)),
  )
  return place?.url.replace('{region}', region)
}

/** An account as it may stand in a header, a file, a plan. */
const visible = /^[!-~]{1,256}$/u
/** A code is a word: anything longer was said by somebody else. */
const word = /^[\w.:-]{1,100}$/u

/** The reading of what stands where the account has to. */
export function accountRead(value: unknown): IdentityReading {
  return typeof value === 'string' && visible.test(value)
    ? { account: value }
    : { says: 'an answer that names no account' }
}

/** The reading of what stands where the code of a refusal has to. */
export function codeRead(value: unknown): IdentityReading {
  return typeof value === 'string' && word.test(value)
    ? { code: value }
    : { says: 'a refusal without a code' }
}
