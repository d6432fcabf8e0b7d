import type { CaseRecord } from '../mutants/case-record.ts'
import { watchedWays } from './all-ways.ts'
import { answersIn } from './deciding-places.ts'
import { forgetful } from './forgetful.ts'
import { cut, page } from './frame-ways.ts'
import { memberWays } from './member-ways.ts'
import { denied } from './output-ways.ts'
import { openBeside, tryWrong, type Proof, type Wrong } from './proof.ts'
import { unknownOperation } from './refusal-ways.ts'
import { answersOf, successesOf } from './targets.ts'
import type { Way } from './ways.ts'

/** How many cases are asked in every way of those that carry an operation out, and of those that refuse it. */
const half = 2

/** How many others are asked in a few ways. */
const mostOthers = 26

/** Spoils the answers to an operation, for what watches it in whichever case; the smallest cases that show it are asked. */
export async function proveWatching(proof: Proof, cases: readonly CaseRecord[]): Promise<void> {
  for (const [operation, ids] of watchedOperations(proof))
    for (const { record, wrong } of triesOf(operation, cases)) {
      const checks = openBeside(record, proof).filter((id) => ids.has(id))
      if (checks.length > 0) await tryWrong(proof, { record, checks }, wrong)
    }
}

interface Try {
  readonly record: CaseRecord
  readonly wrong: Wrong
}

function* triesOf(operation: string, cases: readonly CaseRecord[]): Generator<Try> {
  const { closely, others } = showing(operation, cases)
  for (const record of closely)
    for (const wrong of wrongsIn(operation, record)) yield { record, wrong }
  for (const record of others) for (const wrong of fewWrongs(operation)) yield { record, wrong }
}

const watchedOperations = ({ watching }: Proof): ReadonlyMap<string, ReadonlySet<string>> => {
  const watched = new Map<string, Set<string>>()
  for (const { checks } of new Set(watching.values()))
    for (const { id, operation = '' } of checks)
      watched.set(operation, (watched.get(operation) ?? new Set()).add(id))
  return watched
}

/** The cases that show an operation: some that are spoiled in every way, and others. */
interface Showing {
  readonly closely: readonly CaseRecord[]
  readonly others: readonly CaseRecord[]
}

/** Those in which it is carried out, and those in which it is refused, the smallest first; and the one in which it is refused most. */
const showing = (operation: string, cases: readonly CaseRecord[]): Showing => {
  const counted = cases.map((record) => {
    const own = answersIn(record).filter(
      (one) => one !== undefined && (operation === '' || one.operation === operation),
    )
    const refused = own.filter((one) => one?.isRefused).length
    return { record, refused, told: own.length - refused }
  })
  const told = counted.filter((one) => one.told > 0)
  const refused = counted.filter((one) => one.refused > 0)
  const most = refused.toSorted((one, other) => other.refused - one.refused).slice(0, 1)
  const closely = new Set([...told.slice(0, half), ...refused.slice(0, half)])
  const others = [...most, ...told, ...refused].filter((one) => !closely.has(one))
  return { closely: recordsOf(closely), others: recordsOf(others).slice(0, mostOthers) }
}

const recordsOf = (all: Iterable<{ readonly record: CaseRecord }>): readonly CaseRecord[] => [
  ...new Set([...all].map(({ record }) => record)),
]

/** What stops a story counts only where nothing else is found in it: a later call may be all that is refused. */
function* fewWrongs(operation: string): Generator<Wrong> {
  if (operation === '') return
  const name = 'watched elsewhere'
  for (const from of [0, 1, 2])
    yield { name, spoiling: { target: successesOf(operation, from), way: denied } }
  for (const way of [page, cut]) yield { name, spoiling: { target: answersOf(operation), way } }
}

function* wrongsIn(operation: string, record: CaseRecord): Generator<Wrong> {
  const named = operation === '' ? undefined : operation
  const answers = answersIn(record).filter(
    (one) => one !== undefined && (named === undefined || one.operation === named),
  )
  const some = [
    answers.find((one) => one?.isRefused),
    answers.findLast((one) => one?.isRefused === false),
  ]
  const members: readonly Way[] = some.flatMap((one) => (one === undefined ? [] : memberWays(one)))
  for (const way of [...watchedWays, unknownOperation, ...members])
    yield { name: `watched: ${way.name}`, spoiling: { target: answersOf(named), way } }
  if (named === undefined) return
  yield { name: 'watched: forgetful', fault: forgetful(named) }
}
