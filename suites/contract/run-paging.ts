import type { Target } from '../client/target.ts'
import { judgeStopped, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { judgeJoin, judgeSize } from './judge-pages.ts'
import type { OperationRun } from './operation-run.ts'
import type { PagingPlan } from './plan.ts'
import { readPages, type ReadList } from './read-pages.ts'
import { minimalKey } from './refusable.ts'
import type { ValidRequests } from './valid-requests.ts'

/** The file that asks for pages. */
export const pagingSource: string = sourceOf(import.meta.url)

/** Longer lists are not read one entry at a time. */
const lengthLimit = 500

/** Empty pages may stand before, between and behind those that have entries: so many are read, and so many for each. */
const emptyPages = { inAll: 60, perEntry: 2 }

/** Asks an operation that lists for its pages, where several entries exist. */
export async function runPaging(run: OperationRun, valid: ValidRequests): Promise<void> {
  const { paging } = run.plan
  if (paging === undefined) return
  const record = (size: Judgement, join: Judgement): void => {
    run.context.record(paging.size.id, size)
    run.context.record(paging.join.id, join)
  }
  const minimal = await valid.judged(minimalKey)
  try {
    if (minimal.verdict !== 'pass') {
      const before = { id: run.plan.common.succeeds.id, judged: minimal }
      const unread = unreached(before, 'the list is refused')
      return record(unread, unread)
    }
    const { whole, byOne } = await readBothWays(run, paging)
    record(judgeSize(byOne), judgeJoin(whole, byOne))
  } catch (error) {
    const judged = judgeStopped(error)
    record(judged, judged)
  }
}

interface BothWays {
  readonly whole: ReadList
  readonly byOne: ReadList
}

const readBothWays = async (run: OperationRun, { fill }: PagingPlan): Promise<BothWays> => {
  const { plan, context } = run
  const { pagination } = plan.operation
  if (pagination?.size === undefined) throw new Error(`${plan.operation.name} has no page size`)
  // in accounts that are given there is no other organization: what stands already may not be made again
  const free = context.target.accounts.mode === 'any'
  const { prerequisites, minimal } = free
    ? await run.newBuilder('new organization')
    : await run.builder('case organization')
  const caller = await prerequisites.caller()
  const input = await minimal()
  const reader = { run, pagination, caller }
  const read = () => readPages(reader, input, { entries: lengthLimit })
  const fillIt = async () => fill(context, await prerequisites.observer(), prerequisites)
  const whole = await readFilled(read, fillIt, context.target)
  const length = lengthOf(whole)
  const byOne = await readPages(
    reader,
    { ...input, [pagination.size]: 1 },
    { pages: length * (1 + emptyPages.perEntry) + emptyPages.inAll },
  )
  return { whole, byOne }
}

/** The list, with something in it: what is given is left as it is where enough stands in it. */
const readFilled = async (
  read: () => Promise<ReadList>,
  fill: () => Promise<void>,
  { accounts, readOnly }: Target,
): Promise<ReadList> => {
  if (accounts.mode === 'any') {
    if (!readOnly) await fill()
    return read()
  }
  const standing = await read()
  if (readOnly || standing.stuck !== undefined || entriesIn(standing) >= fewest) return standing
  await fill()
  return read()
}

/** Entries without which pages show nothing. */
const fewest = 2

const entriesIn = ({ pages }: ReadList): number =>
  pages.reduce((sum, { items }) => sum + items.length, 0)

/** How many entries a list has. Throws `PrerequisiteMissing` where they are too few to show anything, or too many to be read. */
const lengthOf = (list: ReadList): number => {
  const { long, stuck } = list
  const length = entriesIn(list)
  if (stuck === undefined && length < fewest)
    throw new PrerequisiteMissing('SETUP_FAILED', 'the list has fewer than two entries')
  if (long || length > lengthLimit)
    throw new PrerequisiteMissing('NO_QUOTA', `the list has more than ${lengthLimit} entries`)
  return length
}
