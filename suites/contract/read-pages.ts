import type { Pagination } from '../../specs/contract/contract.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { Actor } from '../actors/actor.ts'
import { walkPages, type ReadPage, type WalkLimits } from '../actors/walk-pages.ts'
import { entriesOf, namedPage, type PageToken } from '../client/next-page.ts'
import { describeOutcome, given } from '../verdict/outcome.ts'
import type { OperationRun } from './operation-run.ts'

/** A list as it was read. */
export interface ReadList {
  readonly pages: readonly ReadPage<Json>[]
  /** it has more entries than anybody wants to read */
  readonly long: boolean
  /** why it did not come to its end, and the exchange that shows it */
  readonly stuck?: { readonly problem: string; readonly exchange: number }
}

/** What a list is read with. */
export interface ListReader {
  readonly run: OperationRun
  readonly pagination: Pagination
  readonly caller: Actor
}

/**
 * Reads a list with the vendor's own members. Throws `PrerequisiteMissing` or `NotSettled` when its first page does not
 * come, or a later one is not settled.
 */
export async function readPages(
  { run, pagination, caller }: ListReader,
  input: JsonObject,
  limits: WalkLimits,
): Promise<ReadList> {
  let seen = 0
  const { pages, end } = await walkPages(async (token: PageToken | undefined) => {
    const page = token === undefined ? input : { ...input, [pagination.token]: token }
    const outcome = await run.calls.call(caller, page, false)
    if (outcome.kind !== 'done') return outcome
    const items = entriesOf(pagination, outcome.value)
    seen += items.length
    return {
      ...outcome,
      value: { items, next: nextOf(pagination, outcome.value, { items, seen }) },
    }
  }, limits)
  if (end.kind === 'endless') {
    return { pages, long: false, stuck: { problem: end.problem, exchange: end.last.exchange } }
  }
  if (end.kind !== 'broken') return { pages, long: end.kind === 'long' }
  if (pages.length === 0 || end.outcome.kind === 'unsettled') return given(end.outcome)
  const problem = `a page that the one before had named: ${describeOutcome(end.outcome)}`
  return { pages, long: false, stuck: { problem, exchange: end.outcome.exchange } }
}

/** What the next page is asked for with; undefined when this one is the last. */
const nextOf = (
  pagination: Pagination,
  output: JsonObject,
  { items, seen }: { readonly items: readonly Json[]; readonly seen: number },
): PageToken | undefined => {
  // a list whose pages are asked for by counting ends with an empty one
  if (pagination.next === undefined) return items.length === 0 ? undefined : String(seen)
  return namedPage(pagination, output)
}
