import type { Operation } from '../../specs/contract/contract.ts'
import { rowOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { Case } from './case.ts'
import type { LagSeen } from './lag.ts'

/**
 * Whether what is written can be read at once, whoever wrote: it runs when all others have. Nothing where nobody writes
 * what could be read.
 */
export function settlesAtOnce(vendor: Vendor): readonly Case[] {
  const operation = firstWrite(vendor)
  if (operation === undefined) return []
  const check = checkOf(vendor, operation)
  const contract = `contract/${vendor.id}/${operation.name}`
  const minimal = `${contract}/minimal/succeeds`
  return [
    {
      id: check.case,
      checks: [check],
      needs: [],
      access: 'write',
      after: { id: minimal, case: contract },
      run: async ({ lag, decided, record }) => {
        const written = decided.get(minimal)
        const isWritten = written?.verdict === 'pass'
        const judged = isWritten
          ? judgeLag(lag.seen())
          : unreached({ id: minimal, judged: written }, 'nothing was written')
        record(check.id, judged)
      },
    },
  ]
}

/** What is written most simply: a unit where there are units. */
const firstWrite = ({ dialect, contract, requestTemplates }: Vendor): Operation | undefined =>
  contract.operations.get(rowOf(dialect, 'createUnit')?.operation ?? '') ??
  [...contract.operations.values()].find(({ name }) => requestTemplates[name]?.writes === true)

const checkOf = ({ id }: Vendor, { citation }: Operation): Check => ({
  id: `endpoint/${id}/settles-at-once`,
  title: 'What is written can be read at once',
  vendor: id,
  case: `endpoint/${id}/settles-at-once`,
  source: sourceOf(import.meta.url),
  axis: 'behaviour',
  level: 'should',
  citations: [citation],
})

/**
 * What was seen of a target's lag, as a judgement: lag is no finding where the target says that there is some. Each check
 * that held late says so itself, too.
 */
export function judgeLag(seen: LagSeen): Judgement {
  const { consistency, again, late } = seen
  if (again === 0) return { verdict: 'pass', exchanges: [] }
  const played = playedText(seen)
  if (late.length === 0) {
    return { verdict: 'pass', reason: `${played}: nothing else came of it`, exchanges: [] }
  }
  const received = `${counted(late.length, 'check')} held then only: ${namesOf(late)}`
  if (consistency === 'eventual') {
    return { verdict: 'pass', reason: `${played}: ${received}`, exchanges: [] }
  }
  return {
    verdict: 'fail',
    reason: `${played}: ${received}`,
    expected: 'every read shows what was written before it',
    received,
    exchanges: [],
  }
}

const playedText = ({ again, slowly, slowest, turnedAway }: LagSeen): string =>
  [
    `${counted(again, 'case')} played again, up to ${slowest / 1000} s behind a write`,
    ...(slowly === 0 ? [] : [`and ${slowly} so from the start`]),
    ...(turnedAway === 0
      ? []
      : [`${turnedAway} not, or no more slowly, since that had helped no other`]),
  ].join(', ')

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Checks that are named: the others are counted. */
const shown = 5

const namesOf = (checks: readonly string[]): string => {
  const names = checks.toSorted().slice(0, shown).join(', ')
  return checks.length > shown ? `${names}, …` : names
}
