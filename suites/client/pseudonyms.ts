import { findAll } from './pseudonyms/find-all.ts'
import { knownSpans, memberPattern, tokenPattern, type Identifying } from './pseudonyms/find-ids.ts'
import { mintPseudonym } from './pseudonyms/mint-pseudonym.ts'
import { readingsOf, type Redact } from './redaction.ts'
import { folded } from './redaction/folded.ts'
import type { Span } from './redaction/rewritten.ts'
import { namesIn, principalsOf, type Target } from './target.ts'
import type { Exchange } from './transcript.ts'

/** Hides who an endpoint belongs to. */
export interface Pseudonyms {
  /** puts pseudonyms in the place of ids and addresses, also in ARNs, URNs and URLs; to show a text once more changes nothing */
  readonly show: Redact
  /** remembers the ids in an exchange, which are then found in whatever stands around them */
  readonly learn: (exchange: Pick<Exchange, 'account' | 'request' | 'answer'>) => void
}

/**
 * Pseudonyms for the ids of accounts and organizations and the addresses of people: those that the targets name, those
 * that an exchange showed, and whatever looks like one. The same key makes the same pseudonyms everywhere. Of a key that
 * is thrown away nothing is left by which they could be turned back.
 */
export function openPseudonyms(
  key: string,
  identifying: Identifying,
  targets: readonly Pick<Target, 'accounts'>[],
): Pseudonyms {
  const tokens = tokenPattern(identifying)
  const members = memberPattern(identifying)
  const named = new Set(targets.flatMap(idsOf).map(folded))
  const known = new Map<number, Set<string>>()
  const minted = new Map<string, string>()
  const issued = new Set<string>()
  const learn = (token: string): void => {
    if (issued.has(token) || token.includes('@')) return
    const alike = known.get(token.length) ?? new Set<string>()
    known.set(token.length, alike.add(token))
  }
  for (const id of named) learn(id)
  const pseudonymOf = (id: string): string => {
    const pseudonym = minted.get(id) ?? mintPseudonym(key, id)
    minted.set(id, pseudonym)
    issued.add(pseudonym)
    return pseudonym
  }
  const find = (text: string): readonly Span[] =>
    [...findAll(text, named), ...matchesOf(text, tokens), ...knownSpans(text, known)].filter(
      ({ from, to }) => !issued.has(text.slice(from, to)),
    )
  return {
    show: (text) => shownIn(text, find, pseudonymOf),
    learn: ({ account, request, answer }) => {
      learn(folded(account))
      for (const text of [request.path, request.body, answer?.body ?? '']) {
        for (const id of idsIn(text, tokens, members)) learn(id)
      }
    },
  }
}

const idsIn = (text: string, tokens: RegExp, members: RegExp | undefined): readonly string[] => [
  ...[...folded(text).matchAll(tokens)].map(([token]) => token),
  ...(members === undefined
    ? []
    : [...text.matchAll(members)].map(({ groups }) => folded(groups?.['id'] ?? ''))),
]

/** A redaction after which pseudonyms stand in the place of ids, where there are pseudonyms. */
export function hidden(redact: Redact, pseudonyms: Pseudonyms | undefined): Redact {
  return pseudonyms === undefined ? redact : (text) => pseudonyms.show(redact(text))
}

/** The accounts that a target names, and the addresses of their people; where it works is no secret of theirs. */
const idsOf = ({ accounts }: Pick<Target, 'accounts'>): readonly string[] => {
  if (accounts.mode === 'any') return namesIn({ accounts })
  return principalsOf(accounts).flatMap(({ account, email }) => [
    account,
    ...(email === undefined ? [] : [email]),
  ])
}

const matchesOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: token, index }) => ({
    from: index,
    to: index + token.length,
  }))

interface Replaced extends Span {
  readonly by: string
}

const shownIn = (
  text: string,
  find: (text: string) => readonly Span[],
  pseudonymOf: (id: string) => string,
): string => {
  const kept: Replaced[] = []
  // what an escape means is the id, and not what its letters happen to read like
  for (const { text: shown, origin } of [...readingsOf(folded(text), 'escaped')].toReversed()) {
    for (const span of find(shown).toSorted(inOrder)) {
      const { from, to } = origin(span)
      if (kept.some((one) => from < one.to && one.from < to)) continue
      kept.push({ from, to, by: pseudonymOf(shown.slice(span.from, span.to)) })
    }
  }
  let [done, read] = ['', 0]
  for (const { from, to, by } of kept.toSorted(inOrder)) {
    done += text.slice(read, from) + by
    read = to
  }
  return done + text.slice(read)
}

/** Of two that begin at the same place the longer one counts. */
const inOrder = (one: Span, other: Span): number => one.from - other.from || other.to - one.to
