import type { Args, Item, ListVerb, Page } from '../../specs/vocabulary/verbs.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Verbal } from './actor.ts'

/** Pages after which a list counts as endless. */
const pageLimit = 500

/**
 * Every entry of a list, page by page. A token that comes again, or more pages than a suite's own resources
 * can fill, makes it garbled: such a list never ends.
 */
export async function listAll<V extends ListVerb>(
  actor: Verbal,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<Outcome<readonly Item<V>[]>> {
  const ask = actor[verb] as (args: object) => Promise<Outcome<Page<Item<V>>>>
  const items: Item<V>[] = []
  const seen = new Set<string>()
  let token: string | undefined
  for (let pages = 0; pages < pageLimit; pages += 1) {
    const outcome = await ask(token === undefined ? args : { ...args, token })
    if (outcome.kind !== 'done') return outcome
    items.push(...outcome.value.items)
    token = outcome.value.next
    if (token === undefined) return { ...outcome, value: items }
    if (seen.has(token))
      return {
        ...outcome,
        kind: 'garbled',
        problem: 'a page token comes twice: the list never ends',
      }
    seen.add(token)
  }
  const last = await ask(args)
  return { ...last, kind: 'garbled', problem: `the list has not ended after ${pageLimit} pages` }
}
