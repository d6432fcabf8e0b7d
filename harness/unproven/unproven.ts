import { openFacade } from '../../endpoint/facade.ts'
import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { CaseRecord } from '../mutants/case-record.ts'
import { recordCase } from '../mutants/honest-record.ts'
import { openSwitchboard } from '../mutants/switchboard.ts'
import type { Asker } from '../selftest/ask-server.ts'
import { knownAnswers } from './known-answers.ts'
import type { Proof } from './proof.ts'
import { proveAlone } from './prove-alone.ts'
import { citedFaults, proveByFaults } from './prove-by-faults.ts'
import { proveByOperation } from './prove-by-operation.ts'
import { proveElsewhere } from './prove-elsewhere.ts'
import { proveRefusals } from './prove-refusals.ts'
import { proveTogether } from './prove-together.ts'
import { proveWatching } from './prove-watching.ts'

/** What was found out of the checks of a vendor that pass at the embedded endpoint. */
export interface Proven {
  /** those that were seen to fail or to warn */
  readonly proven: ReadonlySet<string>
  /** those that nobody has seen do so */
  readonly unproven: readonly string[]
  /** those that blamed the suite for a wrong answer, and what they said */
  readonly errors: readonly string[]
}

/** Hears how many checks are proven when a stage is done. */
export type StageDone = (stage: string, proven: number) => void

/**
 * Asks every check of endpoints that are wrong in what decides it, until it is seen to fail: one that never does says nothing
 * of any endpoint. What proves many at once comes first.
 */
export async function proveChecks(asker: Asker, done: StageDone = () => {}): Promise<Proven> {
  const { proof, cases } = await openProof(asker)
  const faults = citedFaults(await loadFaults(), asker.vendor)
  const stages = {
    refusals: proveRefusals,
    'what decides': proveTogether,
    operations: proveByOperation,
    'each answer': proveAlone,
    faults: (known: Proof, record: CaseRecord) => proveByFaults(known, record, faults),
    elsewhere: proveElsewhere,
  }
  for (const [name, prove] of Object.entries(stages)) {
    for (const record of cases) await prove(proof, record)
    done(name, proof.proven.size)
  }
  await proveWatching(proof, cases)
  done('what watches', proof.proven.size)
  const passing = new Set(cases.flatMap((record) => [...record.passing.keys()]))
  return {
    proven: proof.proven,
    unproven: [...passing].filter((id) => !proof.proven.has(id)).toSorted(),
    errors: [...proof.errors],
  }
}

interface Proving {
  readonly proof: Proof
  /** those that send little come first */
  readonly cases: readonly CaseRecord[]
}

const openProof = async (asker: Asker): Promise<Proving> => {
  const opened = { modules: { openFacade }, vendor: asker.vendor, board: openSwitchboard() }
  const cases: CaseRecord[] = []
  for (const one of asker.cases.filter(({ after }) => after === undefined))
    cases.push(await recordCase(asker, one, opened))
  const watching = asker.cases
    .filter(({ after }) => after !== undefined)
    .flatMap((one) => one.checks.map(({ id }) => [id, one] as const))
  const proof: Proof = {
    asker,
    opened,
    known: knownAnswers(asker.vendor, cases),
    watching: new Map(watching),
    proven: new Set(),
    errors: new Set(),
  }
  return { proof, cases: cases.toSorted((one, other) => costOf(one) - costOf(other)) }
}

/** How long it takes to play a case: a message takes as long as so many characters of its body. */
const costOf = ({ passed }: CaseRecord): number =>
  passed.reduce((sum, { sent }) => sum + 1 + sent.body.length / 20_000, 0)
