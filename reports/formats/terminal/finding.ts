import { reasonText } from '../../../suites/verdict/verdict.ts'
import type { CheckResult } from '../../results/results.ts'
import { grouped } from '../../text/grouped.ts'

/** Checks of one target that found the same thing, be it at several operations. */
export interface Finding {
  readonly checks: readonly [CheckResult, ...CheckResult[]]
}

/** Groups checks that say the same. Our own errors come first, then what most checks say. */
export function findingsOf(checks: readonly CheckResult[]): readonly Finding[] {
  const groups = grouped(checks, (check) =>
    JSON.stringify([check.target, check.verdict, check.axis, likeness(check)]),
  )
  return [...groups.values()]
    .map((group) => ({ checks: group }))
    .toSorted((one, other) => weightOf(other) - weightOf(one))
}

const weightOf = ({ checks: [first, ...others] }: Finding): number =>
  first.verdict === 'error' ? Number.MAX_SAFE_INTEGER : others.length

/** What a check says, without what differs from one operation or resource to the next. */
const likeness = (check: CheckResult): string => {
  const { id, operation, received } = check
  const said = reasonText(check) ?? received ?? id
  const neutral = operation === undefined ? said : said.replaceAll(operation, '#')
  return neutral.replaceAll(/\d+/gu, '#').replaceAll(/[a-z]+(-[a-z0-9#]+)+/gu, '#')
}
