import type { Fault } from '../../endpoint/fault.ts'
import type { Case } from '../../suites/case/case.ts'
import type { CaseRecord } from '../mutants/case-record.ts'
import type { Opened } from '../mutants/listener.ts'
import { play } from '../mutants/play.ts'
import type { Asker } from '../selftest/ask-server.ts'
import type { KnownAnswers } from './known-answers.ts'
import { spoiling } from './spoil.ts'
import type { Spoiling } from './targets.ts'

/** What is known so far of which checks can fail. */
export interface Proof {
  readonly asker: Asker
  readonly opened: Opened
  readonly known: KnownAnswers
  readonly watching: ReadonlyMap<string, Case>
  /** the checks that were seen to fail, or to warn */
  readonly proven: Set<string>
  /** the checks that blamed the suite */
  readonly errors: Set<string>
}

/** An endpoint that is wrong in one way. */
export interface Wrong {
  readonly name: string
  readonly spoiling?: Spoiling
  readonly fault?: Fault
}

/** Checks of a case, or of what watches it. */
export interface Asked {
  readonly record: CaseRecord
  readonly checks: readonly string[]
}

/** The checks of a case that pass at the right endpoint, and that nobody has seen fail. */
export function openIn(record: CaseRecord, { proven }: Proof): readonly string[] {
  return record.case.checks
    .map(({ id }) => id)
    .filter((id) => record.passing.has(id) && !proven.has(id))
}

/** The same of what watches it. */
export function openBeside(record: CaseRecord, { proven, watching }: Proof): readonly string[] {
  return [...record.passing.keys()].filter((id) => watching.has(id) && !proven.has(id))
}

/** Asks some checks of an endpoint that is wrong, and puts down which of them fail. */
export async function tryWrong(proof: Proof, asked: Asked, wrong: Wrong): Promise<void> {
  const { proven, errors } = proof
  const { judged } = await ask(proof, asked, wrong)
  for (const { id, verdict, reason } of judged) {
    if (!asked.record.passing.has(id)) continue
    if (verdict === 'fail' || verdict === 'warn') proven.add(id)
    if (verdict === 'error') errors.add(`${id} (${wrong.name}): ${reason}`)
  }
}

/** Asks some checks of a case, and no others; where something watches it, all of it. */
export function ask(
  { asker, opened, known, watching }: Proof,
  { record, checks }: Asked,
  { spoiling: meant, fault }: Omit<Wrong, 'name'> = {},
): ReturnType<typeof play> {
  const spoil = meant && spoiling(meant, known)
  const beside = checks.flatMap((id) => watching.get(id) ?? [])
  const question = {
    cases: [record.case] as const,
    ...(beside.length === 0 && { checks }),
    ...(spoil && { spoil }),
    watching: [...new Set(beside)],
  }
  opened.board.turn(-1)
  return play(asker, question, fault === undefined ? opened : { ...opened, fault })
}
