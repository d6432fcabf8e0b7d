import { underTest } from '../../specs/vendor/under-test.ts'
import type { Case } from '../../suites/case/case.ts'
import { claimFinder } from '../../suites/verdict/claims.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import type { Asker } from '../selftest/ask-server.ts'
import type { CaseRecord } from './case-record.ts'
import { endpointCode, type EndpointCode } from './endpoint-code.ts'
import type { Opened } from './listener.ts'
import { play } from './play.ts'
import { recordProbes, type Probe } from './probes.ts'
import { firstDifference } from './replay.ts'
import { openSwitchboard } from './switchboard.ts'

/** The endpoint that is right, case by case: what every wrong one is held against. */
export interface HonestRecord {
  readonly asker: Asker
  readonly code: EndpointCode
  readonly opened: Opened
  /** the points that tables are made of: they were come by before anything was asked */
  readonly tables: ReadonlySet<number>
  /** those that send little come first */
  readonly cases: readonly CaseRecord[]
  /** messages that the suite does not send */
  readonly probes: readonly Probe[]
  /** ids of the rules that a check establishes */
  readonly rulesOf: (check: string) => readonly string[]
}

/** How many messages are sent besides those of the suite, at the least. */
const leastProbes = 4000

/** Asks each case alone of the endpoint that is right, its code ready to be switched, and sends at least so many messages besides. */
export async function recordHonest(
  asker: Asker,
  messages: number = leastProbes,
): Promise<HonestRecord> {
  const code = await endpointCode(asker.vendor.id)
  const opened = await openInstance(code, -1)
  const tables = new Set(opened.board.met)
  const cases: CaseRecord[] = []
  for (const one of asker.cases.filter(({ after }) => after === undefined))
    cases.push(await recordCase(asker, one, opened))
  const sorted = cases.toSorted((one, other) => one.passed.length - other.passed.length)
  const claims = claimFinder(asker.vendor.requirements)
  return {
    asker,
    code,
    opened,
    tables,
    cases: sorted,
    probes: await recordProbes({ asker, opened, cases: sorted }, messages),
    rulesOf: (check) => claims(check).map(({ id }) => id),
  }
}

/** A fresh instance of an endpoint's code, one point switched on before its tables are made; none with -1. */
export async function openInstance(code: EndpointCode, point: number): Promise<Opened> {
  const board = openSwitchboard()
  board.turn(point)
  const modules = await code.instance(board)
  return { modules, board, vendor: underTest(modules.vendor()) }
}

/** What one case comes to at an endpoint that is right. */
export async function recordCase(asker: Asker, one: Case, opened: Opened): Promise<CaseRecord> {
  opened.board.met.clear()
  const { judged, passed, notes, numbers } = await play(asker, { cases: [one] }, opened)
  const met = new Set(opened.board.met)
  const deciding = new Map<number, string[]>()
  for (const { id, exchanges } of judged)
    for (const exchange of exchanges)
      deciding.set(exchange, [...(deciding.get(exchange) ?? []), id])
  return {
    case: one,
    passed,
    notes,
    passing: new Map(judged.filter(passes).map((check) => [check.id, check])),
    met,
    decidedBy: (index) => {
      const message = passed[index]?.sent
      const number = message && numbers.get(message)
      return (number === undefined ? undefined : deciding.get(number)) ?? []
    },
  }
}

const passes = ({ verdict }: JudgedCheck): boolean => verdict === 'pass'

/** The cases that are not answered the same when they are asked again: an earlier mutant has left something behind. */
export async function changedCases({ opened, cases }: HonestRecord): Promise<readonly string[]> {
  opened.board.turn(-1)
  const changed: string[] = []
  for (const record of cases)
    for (const depth of ['whole', 'heard', 'decided'] as const)
      if ((await firstDifference(record, opened, depth)) !== undefined)
        changed.push(`${record.case.id} (${depth})`)
  return changed
}
