import { isDeepStrictEqual } from 'node:util'

import type { Pagination } from '../../specs/contract/contract.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { Actor } from '../actors/actor.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { describeOutcome, given } from '../verdict/outcome.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { listFillers } from './fill-list.ts'
import { valueAt } from './json-path.ts'
import { judgeStopped } from './judge-positive.ts'
import type { OperationRun } from './run-operation.ts'

/** The file that asks for pages. */
export const pagingSource: string = sourceOf(import.meta.url)

/** Pages of whatever length after which a list counts as endless. */
const pageLimit = 60
/** Longer lists are not read one entry at a time. */
const lengthLimit = 500

/** Asks an operation that lists for its pages, in a prerequisites with several entries. */
export async function runPaging(operationRun: OperationRun, minimal: Judgement): Promise<void> {
  const { plan, context } = operationRun
  const { paging } = plan
  if (paging === undefined) return
  const record = (size: Judgement, join: Judgement): void => {
    context.record(paging.size.id, size)
    context.record(paging.join.id, join)
  }
  try {
    if (minimal.verdict !== 'pass') {
      const before = { id: plan.common.succeeds.id, judged: minimal }
      const unread = unreached(before, 'the list is refused')
      return record(unread, unread)
    }
    const { whole, pages } = await readBothWays(operationRun)
    record(judgeSize(pages), judgeJoin(whole, pages))
  } catch (error) {
    const judged = judgeStopped(error)
    record(judged, judged)
  }
}

interface Page {
  readonly items: readonly Json[]
  readonly next: Json | undefined
  readonly exchange: number
  /** what came in its path although the page before had named it */
  readonly refused?: string
}

interface BothWays {
  readonly whole: readonly Page[]
  readonly pages: readonly Page[]
}

const readBothWays = async (operationRun: OperationRun): Promise<BothWays> => {
  const { plan, context } = operationRun
  const { pagination } = plan.operation
  if (pagination?.size === undefined) throw new Error(`${plan.operation.name} has no page size`)
  const { prerequisites, minimal } = await operationRun.newBuilder()
  const caller = await prerequisites.caller()
  const crowd =
    plan.verb === undefined ? undefined : listFillers[plan.verb as keyof typeof listFillers]
  if (!context.target.readOnly)
    await crowd?.(context, await prerequisites.observer(), prerequisites)
  const input = await minimal()
  const ask = { operationRun, pagination, caller }
  const whole = await readPages(ask, input, pageLimit)
  const length = lengthOf(whole)
  // a few more pages than entries: empty ones may stand between
  const pages = await readPages(ask, { ...input, [pagination.size]: 1 }, length + pageLimit)
  return { whole, pages }
}

/** How many entries a list has. Throws `PrerequisiteMissing` where they are too few to show anything, or too many to be read. */
const lengthOf = (whole: readonly Page[]): number => {
  const { length } = whole.flatMap(({ items }) => items)
  const broken = whole.some(({ refused }) => refused !== undefined)
  if (!broken && length < 2)
    throw new PrerequisiteMissing('SETUP_FAILED', 'the list has fewer than two entries')
  if (length > lengthLimit)
    throw new PrerequisiteMissing('NO_QUOTA', `the list has ${length} entries`)
  return length
}

interface Ask {
  readonly operationRun: OperationRun
  readonly pagination: Pagination
  readonly caller: Actor
}

const readPages = async (
  { operationRun, pagination, caller }: Ask,
  input: JsonObject,
  limit: number,
): Promise<readonly Page[]> => {
  const pages: Page[] = []
  let asked = input
  while (pages.length < limit) {
    const outcome = await operationRun.calls.call(caller, asked, false)
    const { exchange } = outcome
    if (pages.length > 0 && outcome.kind !== 'done' && outcome.kind !== 'unsettled') {
      const refused = describeOutcome(outcome)
      return [...pages, { items: [], next: undefined, exchange, refused }]
    }
    const output = given(outcome)
    const items = entriesAt(output, pagination.items)
    const seen = pages.reduce((count, page) => count + page.items.length, items.length)
    const next = nextOf(pagination, output, { seen, items })
    pages.push({ items, next, exchange })
    if (next === undefined || next === '') return pages
    asked = { ...input, [pagination.token]: next }
  }
  return pages
}

const nextOf = (
  { next }: Pagination,
  output: JsonObject,
  { seen, items }: { readonly seen: number; readonly items: readonly Json[] },
): Json | undefined =>
  next === undefined ? offsetAfter(seen, items) : (valueAt(output, next.split('.')) ?? undefined)

const entriesAt = (output: JsonObject, member: string): readonly Json[] => {
  const items = output[member]
  return Array.isArray(items) ? (items as readonly Json[]) : []
}

/** Where the next page starts in a list whose pages are asked for by counting: nowhere after an empty one. */
const offsetAfter = (seen: number, items: readonly Json[]): Json | undefined =>
  items.length === 0 ? undefined : String(seen)

const judgeSize = (pages: readonly Page[]): Judgement => {
  const long = pages.find(({ items }) => items.length > 1)
  const exchanges = [long?.exchange ?? pages[0]?.exchange ?? 0]
  if (long === undefined) return { verdict: 'pass', exchanges }
  const received = `a page of ${long.items.length} entries`
  return { verdict: 'fail', reason: received, expected: 'at most one entry', received, exchanges }
}

const judgeJoin = (whole: readonly Page[], pages: readonly Page[]): Judgement => {
  const exchanges = pages.map(({ exchange }) => exchange)
  const lost = [...whole, ...pages].find(({ refused }) => refused !== undefined)
  if (lost?.refused !== undefined) {
    const reason = `a page that the one before had named: ${lost.refused}`
    return { verdict: 'fail', reason, received: lost.refused, exchanges: [lost.exchange] }
  }
  const expected = sorted(whole)
  const received = sorted(pages)
  if (isDeepStrictEqual(expected, received)) return { verdict: 'pass', exchanges }
  return {
    verdict: 'fail',
    reason: `${received.length} entries by pages of one, ${expected.length} at once`,
    expected: expected.join(' '),
    received: received.join(' '),
    exchanges,
  }
}

const sorted = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap(({ items }) => items.map((item) => JSON.stringify(item))).toSorted()
