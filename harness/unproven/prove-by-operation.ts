import type { CaseRecord } from '../mutants/case-record.ts'
import { answersIn } from './deciding-places.ts'
import { forgetful } from './forgetful.ts'
import { meddling } from './meddling.ts'
import { openIn, tryWrong, type Proof, type Wrong } from './proof.ts'
import { unknownOperation } from './refusal-ways.ts'
import { answersOf } from './targets.ts'

/** Asks an endpoint without the operation that a case is about, one that refuses and meddles, and one that forgets. */
export async function proveByOperation(proof: Proof, record: CaseRecord): Promise<void> {
  const open = openIn(record, proof)
  const about = record.case.checks
    .filter(({ id }) => open.includes(id))
    .map((check) => check.operation)
  const told = answersIn(record).flatMap((answered) => answered?.operation ?? [])
  for (const wrong of wrongs(new Set(about.filter((name) => name !== undefined)), new Set(told))) {
    const checks = openIn(record, proof)
    if (checks.length === 0) return
    await tryWrong(proof, { record, checks }, wrong)
  }
}

function* wrongs(about: ReadonlySet<string>, told: ReadonlySet<string>): Generator<Wrong> {
  for (const operation of about) {
    const spoiling = { target: answersOf(operation), way: unknownOperation }
    yield { name: 'unknown operation', spoiling }
  }
  yield { name: 'meddling', fault: meddling }
  for (const from of [0, 1])
    for (const operation of told)
      yield { name: `forgetful from ${from}`, fault: forgetful(operation, from) }
}
