import type { Args, Item, ListVerb, Page } from '../../specs/vocabulary/verbs.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Verbal } from './speaker.ts'
import { walkPages } from './walk-pages.ts'

/** Every entry of a list, page by page: pages may be empty, short and in any order. A list that never ends is garbled. */
export async function listAll<V extends ListVerb>(
  actor: Verbal,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<Outcome<readonly Item<V>[]>> {
  const ask = actor[verb] as (args: object) => Promise<Outcome<Page<Item<V>>>>
  const { pages, end } = await walkPages((token: string | undefined) =>
    ask(token === undefined ? args : { ...args, token }),
  )
  if (end.kind === 'broken') return end.outcome
  if (end.kind === 'endless') return { ...end.last, kind: 'garbled', problem: end.problem }
  return { ...end.last, value: pages.flatMap(({ items }) => items) }
}
