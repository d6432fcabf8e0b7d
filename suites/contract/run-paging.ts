import { isDeepStrictEqual } from 'node:util'

import type { Pagination } from '../../specs/contract/contract.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { Actor } from '../actors/actor.ts'
import { describeOutcome, given } from '../verdict/outcome.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { crowds } from './fill-list.ts'
import { judgeStopped } from './judge-positive.ts'
import { valueAt } from './json-path.ts'
import type { Performance } from './run-operation.ts'

/** Pages of whatever length after which a list counts as endless. */
const pageLimit = 60
/** Longer lists are not read one entry at a time. */
const lengthLimit = 500

/** Asks an operation that lists for its pages, in a world with several entries. */
export async function playPaging(performance: Performance, minimal: Judgement): Promise<void> {
  const { plan, stage } = performance
  const { paging } = plan
  if (paging === undefined) return
  const record = (size: Judgement, join: Judgement): void => {
    stage.record(paging.size.id, size)
    stage.record(paging.join.id, join)
  }
  try {
    if (minimal.verdict !== 'pass') throw new Unmet('SETUP_FAILED', 'the list is refused')
    const { whole, pages } = await readBothWays(performance)
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
  /** what came in its place although the page before had named it */
  readonly refused?: string
}

interface BothWays {
  readonly whole: readonly Page[]
  readonly pages: readonly Page[]
}

const readBothWays = async (performance: Performance): Promise<BothWays> => {
  const { plan, stage } = performance
  const { pagination } = plan.operation
  if (pagination?.size === undefined) throw new Error(`${plan.operation.name} has no page size`)
  const { world, minimal } = await performance.bench()
  const caller = await world.caller()
  const crowd = plan.verb === undefined ? undefined : crowds[plan.verb as keyof typeof crowds]
  if (!stage.target.readOnly) await crowd?.(stage, await world.observer(), world)
  const input = await minimal()
  const ask = { performance, pagination, caller }
  const whole = await readPages(ask, input, pageLimit)
  const length = lengthOf(whole)
  // a few more pages than entries: empty ones may stand between
  const pages = await readPages(ask, { ...input, [pagination.size]: 1 }, length + pageLimit)
  return { whole, pages }
}

/** How many entries a list has. Throws `Unmet` where they are too few to show anything, or too many to be read. */
const lengthOf = (whole: readonly Page[]): number => {
  const { length } = whole.flatMap(({ items }) => items)
  const broken = whole.some(({ refused }) => refused !== undefined)
  if (!broken && length < 2) throw new Unmet('SETUP_FAILED', 'the list has fewer than two entries')
  if (length > lengthLimit) throw new Unmet('NO_QUOTA', `the list has ${length} entries`)
  return length
}

interface Ask {
  readonly performance: Performance
  readonly pagination: Pagination
  readonly caller: Actor
}

const readPages = async (
  { performance, pagination, caller }: Ask,
  input: JsonObject,
  limit: number,
): Promise<readonly Page[]> => {
  const pages: Page[] = []
  let asked = input
  while (pages.length < limit) {
    const outcome = await performance.speech.say(caller, asked, false)
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
