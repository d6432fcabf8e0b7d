import type { Level } from '../../specs/vendor/requirement.ts'
import type { Session } from '../../suites/runner/session.ts'
import type { Check, JudgedCheck } from '../../suites/verdict/verdict.ts'
import { judgeAll } from './ask-server.ts'
import type { Trial } from './selftest-report.ts'

/**
 * What the suite makes of a fault: the checks that cite what it breaks are asked first, until one is red; only when none is,
 * everything. What watches the others (`watches`) comes last: it is decided when all of them are.
 */
export async function killFault(
  session: Pick<Session, 'checks' | 'judged'>,
  cites: (check: Check) => boolean,
  watches: (check: Check) => boolean = () => false,
): Promise<Pick<Trial, 'outcome' | 'by'>> {
  const citing = session.checks.filter(cites)
  const rankOf = ranking(session.checks)
  const [watching, own] = [citing.filter(watches), citing.filter((check) => !watches(check))]
  const ranked = own.toSorted((one, other) => rankOf(one) - rankOf(other))
  for (const { id } of [...ranked, ...watching]) {
    if (isRed(await session.judged(id))) return { outcome: 'killed', by: [id] }
  }
  const by = (await judgeAll(session)).filter(isRed).map(({ id }) => id)
  return { outcome: by.length > 0 ? 'elsewhere' : 'survived', by }
}

const firmness: readonly Level[] = ['must', 'should', 'may']

/** The firmest finding first, then the cheap ones: the more checks a case decides, the more calls it needs. */
const ranking = (checks: readonly Check[]): ((check: Check) => number) => {
  const sizes = new Map<string, number>()
  for (const { case: own } of checks) sizes.set(own, (sizes.get(own) ?? 0) + 1)
  return ({ level, case: own }) => firmness.indexOf(level) * checks.length + (sizes.get(own) ?? 0)
}

/** A check that finds something: a `must` that fails, or a `should`, which can not do more than warn. */
export function isRed({ verdict, level }: Pick<JudgedCheck, 'verdict' | 'level'>): boolean {
  return verdict === 'fail' || (verdict === 'warn' && level === 'should')
}
