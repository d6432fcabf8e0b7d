import type { Level } from '../../specs/vendor/requirement.ts'
import type { Session } from '../../suites/runner/session.ts'
import type { Check, JudgedCheck } from '../../suites/verdict/verdict.ts'
import { judgeAll } from './ask-server.ts'
import type { Trial } from './selftest-report.ts'

/**
 * What the suite makes of a fault: the checks that cite what it breaks are asked first, until one is red; only when none is,
 * everything. What watches the others (`watches`) comes last: of that it is looked case by case whether it is red by now.
 */
export async function killFault(
  session: Asked,
  cites: (check: Check) => boolean,
  watches: (check: Check) => boolean = () => false,
): Promise<Pick<Trial, 'outcome' | 'by'>> {
  const citing = session.checks.filter(cites)
  const rankOf = ranking(session.checks)
  const [watching, own] = [citing.filter(watches), citing.filter((check) => !watches(check))]
  const ranked = own.toSorted((one, other) => rankOf(one) - rankOf(other))
  for (const { id } of byCase(ranked)) {
    if (isRed(await session.judged(id))) return { outcome: 'killed', by: [id] }
  }
  const red = await firstRedOf(watching, session, watches)
  if (red !== undefined) return { outcome: 'killed', by: [red] }
  const by = (await judgeAll(session)).filter(isRed).map(({ id }) => id)
  return { outcome: by.length > 0 ? 'elsewhere' : 'survived', by }
}

const firmness: readonly Level[] = ['must', 'should', 'may']

type Asked = Pick<Session, 'checks' | 'judged' | 'watched' | 'findings'>

/** Plays case by case, those of the operations that are watched first, until a check that watches them is red. */
const firstRedOf = async (
  watching: readonly Check[],
  session: Asked,
  watches: (check: Check) => boolean,
): Promise<string | undefined> => {
  if (watching.length === 0) return undefined
  const ids = new Set(watching.map(({ id }) => id))
  const redNow = async (): Promise<string | undefined> =>
    (await session.watched()).find((check) => ids.has(check.id) && isRed(check))?.id
  let known = 0
  for (const { id } of playing(session.checks, watching, watches)) {
    await session.judged(id)
    if (session.findings() === known) continue
    known = session.findings()
    const red = await redNow()
    if (red !== undefined) return red
  }
  return redNow()
}

/** One check of each case that is watched: those of the same operations first. */
const playing = (
  checks: readonly Check[],
  watching: readonly Check[],
  watches: (check: Check) => boolean,
): readonly Check[] => {
  const operations = new Set(watching.map(({ operation }) => operation))
  const played = new Map(
    checks
      .filter((check) => !watches(check))
      .toReversed()
      .map((check) => [check.case, check]),
  )
  const distance = ({ operation }: Check): number => (operations.has(operation) ? 0 : 1)
  return [...played.values()].toSorted((one, other) => distance(one) - distance(other))
}

/** A case is played once: what else it decides costs nothing more. */
const byCase = (checks: readonly Check[]): readonly Check[] => {
  const grouped = new Map<string, Check[]>()
  for (const check of checks) grouped.set(check.case, [...(grouped.get(check.case) ?? []), check])
  return [...grouped.values()].flat()
}

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
