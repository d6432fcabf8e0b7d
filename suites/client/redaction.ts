import { findForms, type FindForms } from './redaction/find-forms.ts'
import { folded } from './redaction/folded.ts'
import { joinHex } from './redaction/join-hex.ts'
import type { Rewritten, Span } from './redaction/rewritten.ts'
import { formsOf } from './redaction/secret-forms.ts'
import { undoEscapes } from './redaction/undo-escapes.ts'
import { principalsOf, type Principal, type Target } from './target.ts'
import type { Exchange } from './transcript.ts'

/** What stands in the place of a secret. */
export const redacted = '«redacted»'

/** Takes secrets out of a text that an endpoint had a part in. The text must be whole: cut it afterwards. */
export type Redact = (text: string) => string

/** Headers whose value is a secret or proves possession of one. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-amz-security-token',
  'x-auth-token',
  'x-security-token',
  'x-subject-token',
  'x-tc-token',
])

/** Whether a header's value is a secret, whatever it is. */
export function isSecretHeader(name: string): boolean {
  return secretHeaders.has(name.toLowerCase())
}

/**
 * The redaction that belongs to targets: their secrets and session tokens in every form that they take on the wire
 * (redaction/secret-forms.ts), whole or in part, under four layers of escapes of different kinds, or any number of
 * one kind; and signatures. What a
 * target says openly (an account, an access key, an address, its region and name) is no secret, even where it serves
 * as one: emulators are like that. Nothing is judged by what comes out of it.
 */
export function redactionOf(...targets: readonly Target[]): Redact {
  return redacting(targets.flatMap(secretsOf))
}

/** A redaction that learns of secrets while it is used. */
export interface LearningRedaction {
  readonly redact: Redact
  /** from now on these are taken out, too */
  readonly learn: (who: Principal) => void
}

/** The redaction that belongs to a target, and to whatever credentials it gets later on. */
export function openRedaction(target: Target): LearningRedaction {
  let redact = redactionOf(target)
  return {
    redact: (text) => redact(text),
    learn: (who) => {
      const before = redact
      const accounts = { mode: 'single', management: who } as const
      const further = redactionOf({ ...target, accounts })
      redact = (text) => further(before(text))
    },
  }
}

/**
 * The redaction of what these exchanges showed: besides the target's secrets, what proved possession of one in
 * them, and what the endpoint issued. Nothing is looked up before there is a text to show: of most exchanges there is
 * none.
 */
export function redactionWith(redact: Redact, exchanges: readonly Exchange[]): Redact {
  let whole: Redact | undefined
  return (text) => (whole ??= redactingToo(redact, exchanges.flatMap(proofsOfBoth)))(text)
}

const proofsOfBoth = ({ request, answer }: Exchange): readonly string[] => [
  ...proofsIn(request.headers),
  ...proofsIn(answer?.headers ?? {}),
]

const redactingToo = (redact: Redact, own: readonly string[]): Redact => {
  if (own.length === 0) return redact
  const further = redacting(own)
  return (text) => further(redact(text))
}

const secretsOf = ({ accounts, region, name, vendor, proxy }: Target): readonly string[] => {
  const principals: readonly Principal[] =
    accounts.mode === 'any'
      ? [{ account: accounts.management ?? '', credentials: accounts.credentials }]
      : principalsOf(accounts)
  const open = new Set<string | undefined>([region, name, vendor])
  for (const { account, email, credentials } of principals) {
    open.add(account).add(email).add(credentials.accessKey)
  }
  return principals
    .flatMap(({ credentials: { secret, token } }) => [secret, token ?? ''])
    .concat(proxySecretsOf(proxy))
    .filter((secret) => !open.has(secret))
}

/** What a proxy is told of whoever asks through it: the password, and what travels in base64. */
const proxySecretsOf = (proxy: string | undefined): readonly string[] => {
  if (proxy === undefined) return []
  const { username, password } = new URL(proxy)
  if (password === '') return []
  const [name, word] = [username, password].map(decodeURIComponent)
  return [word ?? '', `${name}:${word}`]
}

/** The secret part of each secret header: a signature, what cookies hold, else the word behind the scheme's name. */
const proofsIn = (headers: Exchange['request']['headers']): readonly string[] =>
  Object.entries(headers).flatMap(([name, value]) => {
    if (!isSecretHeader(name)) return []
    const signature = /signature=(?<proof>[^\s,;]+)/iu.exec(value)?.groups?.['proof']
    if (signature !== undefined) return [signature]
    if (!/cookie$/iu.test(name)) return [value.split(' ').at(-1) ?? '']
    return [...value.matchAll(/(?:^|[,;])\s*[^=;,\s]+=(?<held>[^;,\s]+)/gu)].map(
      ({ groups }) => groups?.['held'] ?? '',
    )
  })

const redacting = (secrets: readonly string[]): Redact => {
  const find = findForms([...new Set(secrets)].flatMap(formsOf))
  return (text) => replaced(text, spansIn(folded(text), find))
}

/** How layers of escapes are undone, one after the other: JSON in JSON in a page, and one more. */
const layers = ['once', 'throughout', 'throughout', 'throughout'] as const

const spansIn = (text: string, find: FindForms): readonly Span[] => {
  const spans: Span[] = []
  for (const { text: shown, origin } of readingsOf(text)) {
    for (const span of find(shown)) spans.push(origin(span))
    for (const span of signaturesIn(shown)) spans.push(origin(span))
  }
  return spans
}

/**
 * A text as it is and without its layers of escapes; bytes in hexadecimal joined, in the first and the last of these, unless
 * escapes alone are undone.
 */
export function* readingsOf(text: string, as: 'any' | 'escaped' = 'any'): Generator<Rewritten> {
  let layer: Rewritten = { text, origin: (span) => span }
  yield layer
  if (as === 'any') yield* within(layer, joinHex(text))
  for (const depth of layers) {
    const undone = undoEscapes(layer.text, depth)
    if (undone === undefined) break
    ;[layer = layer] = within(layer, undone)
    yield layer
  }
  if (as === 'any' && layer.text !== text) yield* within(layer, joinHex(layer.text))
}

const within = (outer: Rewritten, inner: Rewritten | undefined): readonly Rewritten[] =>
  inner === undefined
    ? []
    : [{ text: inner.text, origin: (span) => outer.origin(inner.origin(span)) }]

/** Signatures of requests, whoever signed them: what an endpoint echoes of another exchange is not known by value. */
const signaturesIn = (text: string): readonly Span[] =>
  text.includes('signature') ? proofsOf(text) : []

const proofsOf = (text: string): readonly Span[] =>
  [...text.matchAll(/signature["'\s]*[=:]["'\s]*(?<proof>[\w+/-]{32,}={0,2})/gu)].map(
    ({ 0: whole, index, groups }) => {
      const to = index + whole.length
      return { from: to - (groups?.['proof'] ?? '').length, to }
    },
  )

const replaced = (text: string, spans: readonly Span[]): string => {
  let shown = ''
  let read = 0
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    if (from >= read) shown += text.slice(read, from) + redacted
    read = Math.max(read, to)
  }
  return shown + text.slice(read)
}
