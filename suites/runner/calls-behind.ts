import type { Interaction } from '../client/interaction.ts'
import type { Exchange } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Calls that a finding names beside the one that shows it. */
const mostNamed = 6

/**
 * What was found, with the calls before that it may rest on: of the writes that were carried out those that name what the
 * finding speaks of, and the last one. Whoever mends an endpoint wants to know since when it is wrong.
 */
export function withCallsBehind(
  judged: Judgement,
  interactions: readonly Interaction[],
  writes: (operation: string) => boolean,
): Judgement {
  const shown = judged.exchanges.at(-1)
  const last = interactions.find(({ exchange }) => exchange.id === shown)?.exchange
  if (judged.verdict !== 'fail' || last === undefined) return judged
  const before = interactions
    .filter(({ exchange, reply }) => exchange.id < last.id && reply.kind === 'output')
    .map(({ exchange }) => exchange)
    .filter(({ operation }) => writes(operation))
  const behind = behindOf(before, spokenOf(judged, last, before))
  return { ...judged, exchanges: [...new Set([...behind, ...judged.exchanges])] }
}

/** From what the finding speaks of to the calls that name it, on to what these name, and so on: nearest first. */
const behindOf = (before: readonly Exchange[], spoken: ReadonlySet<string>): readonly number[] => {
  const common = commonIn(before)
  const chosen = new Set<Exchange>()
  let names = spoken
  while (names.size > 0 && chosen.size < mostNamed) {
    const naming = before
      .filter((one) => !chosen.has(one) && [...namesIn(one)].some((name) => names.has(name)))
      .slice(chosen.size - mostNamed)
    for (const one of naming) chosen.add(one)
    names = new Set(naming.flatMap((one) => [...namesIn(one)]).filter((name) => !common.has(name)))
  }
  const last = before.at(-1)
  return before.filter((one) => chosen.has(one) || one === last).map(({ id }) => id)
}

/** What the finding says, and what was asked for; and who called, unless every call was theirs. */
const spokenOf = (
  { expected = '', received = '' }: Judgement,
  { request, account }: Exchange,
  before: readonly Exchange[],
): ReadonlySet<string> => {
  const isTheirs = before.every((call) => call.account === account)
  const said = [expected, received, request.path, request.body, isTheirs ? '' : account]
  return wordsOf(said.join(' '))
}

/** What nearly every call names, such as the organization, tells none of them from another. */
const commonIn = (calls: readonly Exchange[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const call of calls) {
    for (const name of namesIn(call)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const many = Math.max(3, calls.length / 2)
  return new Set([...counts].filter(([, count]) => count > many).map(([name]) => name))
}

const namesIn = ({ request, answer }: Exchange): ReadonlySet<string> =>
  wordsOf([request.path, request.body, answer?.body ?? ''].join(' '))

/** Names of things have a digit or a dot; what is an instant names nothing. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.match(/[A-Za-z0-9][\w.-]{4,}[A-Za-z0-9]/gu) ?? []).filter(
      (word) => /[\d.]/u.test(word) && !/^\d{10}(?:\.\d+)?$|^\d{4}-\d\d-\d\d/u.test(word),
    ),
  )
