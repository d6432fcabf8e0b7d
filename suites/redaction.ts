import { findForms, type FindForms } from './redaction/find-forms.ts'
import { formsOf } from './redaction/secret-forms.ts'
import { undoEscapes, type Span, type Undone } from './redaction/undo-escapes.ts'
import type { Principal, Target } from './target.ts'
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
 * (suites/redaction/secret-forms.ts), whole or in part, under up to four layers of escapes; and signatures. What a
 * target says openly (an account, an access key, an address, its region and name) is no secret, even where it serves
 * as one: emulators are like that. Nothing is judged by what comes out of it.
 */
export function redactionOf(...targets: readonly Target[]): Redact {
  return redacting(targets.flatMap(secretsOf))
}

/**
 * The redaction of what these exchanges showed: besides the target's secrets, what proved possession of one in
 * them, and what the endpoint issued.
 */
export function redactionWith(redact: Redact, exchanges: readonly Exchange[]): Redact {
  const own = exchanges.flatMap(({ request, answer }) => [
    ...proofsIn(request.headers),
    ...proofsIn(answer?.headers ?? {}),
  ])
  if (own.length === 0) return redact
  const further = redacting(own)
  return (text) => further(redact(text))
}

const secretsOf = ({ accounts, region, name, vendor }: Target): readonly string[] => {
  const principals: readonly Principal[] =
    accounts.mode === 'any'
      ? [{ account: accounts.management ?? '', credentials: accounts.credentials }]
      : [accounts.management, accounts.member, accounts.invitee, accounts.outsider].flatMap(
          (who) => who ?? [],
        )
  const open = new Set<string | undefined>([region, name, vendor])
  for (const { account, email, credentials } of principals) {
    open.add(account).add(email).add(credentials.accessKey)
  }
  return principals
    .flatMap(({ credentials: { secret, token } }) => [secret, token ?? ''])
    .filter((secret) => !open.has(secret))
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

/** Layers of escapes that are undone: JSON in JSON in a page, and one more. */
const mostLayers = 4

const redacting = (secrets: readonly string[]): Redact => {
  const find = findForms([...new Set(secrets)].flatMap(formsOf))
  return (text) => replaced(text, spansIn(text, find))
}

const unmoved: Undone['origin'] = (span) => span

const spansIn = (text: string, find: FindForms): readonly Span[] => {
  const spans = [...find(text), ...signaturesIn(text)]
  let back = unmoved
  let layer = text
  for (let depth = 0; depth < mostLayers; depth += 1) {
    const undone = undoEscapes(layer)
    if (undone === undefined) break
    const outer = back
    back = (span) => outer(undone.origin(span))
    layer = undone.text
    spans.push(...[...find(layer), ...signaturesIn(layer)].map(back))
  }
  return spans
}

/** Signatures of requests, whoever signed them: what an endpoint echoes of another exchange is not known by value. */
const signaturesIn = (text: string): readonly Span[] =>
  [...text.matchAll(/signature["'\s]*[=:]["'\s]*(?<proof>[\w+/-]{32,}={0,2})/giu)].map(
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
