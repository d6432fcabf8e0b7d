import type { Scope } from './scope.ts'
import type { Event } from './state.ts'
import type { Walked } from './walk.ts'

/** What was found wrong, and the way to it, a line each. */
export function tellFound({ found }: Walked): string {
  if (found === undefined) return 'nothing is wrong'
  const broken = found.broken.map(({ invariant, what }) => `not so: ${invariant} (${what})`)
  return [...found.path.map(tellEvent), ...broken].join('\n')
}

const tellEvent = (event: Event): string =>
  'wait' in event
    ? `wait ${event.wait} ms`
    : `${event.caller} ${event.verb} ${JSON.stringify(event.args)}`

/** The verbs of a scope that a walk never saw done. */
export function neverDone({ verbs }: Scope, { answers }: Walked): readonly string[] {
  return [...verbs].filter((verb) => answers.get(verb)?.has('done') !== true)
}

/** Every refusal that a walk met. */
export function refusalsIn({ answers }: Walked): readonly string[] {
  const met = new Set([...answers.values()].flatMap((counts) => [...counts.keys()]))
  met.delete('done')
  return [...met].toSorted()
}

/** How far a walk went, and how often each verb was answered how. */
export function tellWalk(walked: Walked): string {
  const { states, transitions, depth, complete, answers } = walked
  const rows = [...answers]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([verb, counts]) => `  ${verb}: ${tellCounts(counts)}`)
  return [
    `${states} states, ${transitions} transitions, ${depth} deep, whole to depth ${complete}`,
    ...rows,
    `  ${refusalsIn(walked).length} refusals: ${refusalsIn(walked).join(' ')}`,
  ].join('\n')
}

const tellCounts = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([answer, count]) => `${answer} ${count}`)
    .join(', ')
