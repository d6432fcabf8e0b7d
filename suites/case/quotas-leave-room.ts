import { uniqueCitations } from '../../specs/contract/citation.ts'
import { answersTo, isAnswerTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { Interaction } from '../client/interaction.ts'
import { limitBehind, limitOf, type LimitRefusal } from '../client/limit-of.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'
import type { Case } from './case.ts'
import { makeFirsts } from './first-of-each-kind.ts'

/** One may stand from the start, such as the account that founds; two of a kind are made at most. */
const leastRoom = 3

/**
 * Whether a quota is said to be used up where nothing counts against it yet: a valid request that is refused for want of
 * room can be judged nowhere else. It looks in a new organization only, and at numbers only that are known: what nobody
 * states may be nothing. Nothing where the vendor has no such number.
 */
export function quotasLeaveRoom(vendor: Vendor): readonly Case[] {
  const published = named(vendor).flatMap(([, limit]) => vendor.profile.limits[limit] ?? [])
  if (published.length === 0) return []
  const id = `endpoint/${vendor.id}/quotas-leave-room`
  const check: Check = {
    id,
    title: 'A quota is not used up where nothing counts against it yet',
    vendor: vendor.id,
    case: id,
    source: sourceOf(import.meta.url),
    axis: 'behaviour',
    // how much room there is, is agreed with each customer
    level: 'should',
    citations: uniqueCitations(published.map(({ evidence }) => evidence)),
  }
  return [
    {
      id,
      checks: [check],
      needs: ['organizations'],
      access: 'write',
      run: async (context) => context.record(id, await judgeQuotas(context)),
    },
  ]
}

/** The refusals of a vendor that say that a number is reached. */
const named = ({ refusals }: Vendor): readonly (readonly [LimitRefusal, LimitName])[] =>
  (Object.entries(limitBehind) as [LimitRefusal, LimitName][]).filter(
    ([refusal]) => answersTo(refusals, refusal) !== undefined,
  )

const judgeQuotas = async (context: CaseContext): Promise<Judgement> => {
  if (context.target.accounts.mode !== 'any') {
    throw new PrerequisiteMissing(
      'NO_PRINCIPAL',
      'no organization is new where accounts are given: others may have used up its quotas',
    )
  }
  const stopped = await makeFirsts(context, (limit) => numberOf(context, limit) !== undefined)
  return judgeRoom(context) ?? stopped ?? { verdict: 'pass', exchanges: [] }
}

type Asked = Pick<CaseContext, 'vendor' | 'target' | 'interactions'>

/** How many there may be; undefined where that is not known, or leaves no room for what is made. */
const numberOf = (
  { vendor, target }: Pick<Asked, 'vendor' | 'target'>,
  limit: LimitName,
): number | undefined => {
  const number = limitOf(vendor, target, limit)
  return number === undefined || number < leastRoom ? undefined : number
}

/** The finding that a new organization was refused something for want of room; undefined where it was not. */
export function judgeRoom(asked: Asked): Judgement | undefined {
  const told = asked.interactions.flatMap((interaction) => toldIn(asked, interaction) ?? [])
  if (told.length === 0) return undefined
  const received = told.map(({ text }) => text).join('; ')
  return {
    verdict: 'fail',
    reason: `nothing counts against these quotas yet: ${received}`,
    expected: 'a new organization has room for the first of each kind',
    received,
    exchanges: told.map(({ exchange }) => exchange),
  }
}

interface Told {
  readonly text: string
  readonly exchange: number
}

/** That a refusal says that a number is reached which is known. */
const toldIn = (asked: Asked, { exchange, reply }: Interaction): Told | undefined => {
  if (reply.kind !== 'refusal') return undefined
  const { operation, id } = exchange
  const { refusals } = asked.vendor
  const limit = named(asked.vendor).find(([refusal]) =>
    isAnswerTo(refusals, refusal, { operation, reply }),
  )?.[1]
  const number = limit && numberOf(asked, limit)
  if (number === undefined) return undefined
  const outcome: Outcome<never> = { kind: 'refused', operation, exchange: id, reply }
  return { text: `${describeOutcome(outcome)}, and ${limit} is ${number}`, exchange: id }
}
