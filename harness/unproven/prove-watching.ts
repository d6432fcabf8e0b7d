import type { CaseRecord } from '../mutants/case-record.ts'
import { watchedWays } from './all-ways.ts'
import type { Answered } from './answered.ts'
import { answersIn } from './deciding-places.ts'
import { forgetful } from './forgetful.ts'
import { cut, otherStatus, page } from './frame-ways.ts'
import { memberWays, readAgain } from './member-ways.ts'
import { denied } from './output-ways.ts'
import { openBeside, tryWrong, type Proof, type Wrong } from './proof.ts'
import { unknownOperation } from './refusal-ways.ts'
import { answersOf, successesOf } from './targets.ts'
import type { Way } from './ways.ts'

/** How many cases in which a check passes are asked in every way. */
const mostCases = 2

/** How many others are asked in a few ways. */
const mostOthers = 26

/** Spoils the answers to an operation, for what watches it in whichever case; the smallest cases that show it are asked. */
export async function proveWatching(proof: Proof, cases: readonly CaseRecord[]): Promise<void> {
  for (const [operation, ids] of watchedOperations(proof)) {
    const tried = new Set<CaseRecord>()
    const tryAll = async (record: CaseRecord, wrongs: Iterable<Wrong>): Promise<void> => {
      tried.add(record)
      for (const wrong of wrongs) {
        const checks = openBeside(record, proof).filter((id) => ids.has(id))
        if (checks.length === 0) return
        await tryWrong(proof, { record, checks }, wrong)
      }
    }
    for (const record of showing({ operation, ids }, cases))
      await tryAll(record, wrongsIn(operation, record, proof))
    const others = showingMost(operation, cases).filter((record) => !tried.has(record))
    for (const record of others.slice(0, mostOthers)) await tryAll(record, fewWrongs(operation))
  }
}

/** Some cases in which each of the checks passes, one in which the operation is refused, and the one in which it tells most. */
const showing = (
  { operation, ids }: Watched,
  cases: readonly CaseRecord[],
): ReadonlySet<CaseRecord> => {
  const passing = [...ids].flatMap((id) =>
    cases.filter((record) => record.passing.has(id)).slice(0, mostCases),
  )
  const refusing = cases.find((record) =>
    answersIn(record).some((one) => one?.isRefused === true && one.operation === operation),
  )
  const tellings = cases.map((record) => membersIn(richestIn(operation, record)))
  const telling = cases[tellings.indexOf(Math.max(...tellings))]
  return new Set([...passing, refusing, telling].filter((record) => record !== undefined))
}

/** The answer to an operation that tells most. */
const richestIn = (operation: string, record: CaseRecord): Answered | undefined =>
  answersIn(record)
    .filter((one) => one?.isRefused === false && one.operation === operation)
    .toSorted((one, other) => membersIn(other) - membersIn(one))[0]

const membersIn = (answered: Answered | undefined): number =>
  answered === undefined ? 0 : memberWays(answered).length

/** The checks that watch an operation; none, where they watch every one. */
interface Watched {
  readonly operation: string
  readonly ids: ReadonlySet<string>
}

const watchedOperations = ({ watching }: Proof): ReadonlyMap<string, ReadonlySet<string>> => {
  const watched = new Map<string, Set<string>>()
  for (const { checks } of new Set(watching.values()))
    for (const { id, operation = '' } of checks)
      watched.set(operation, (watched.get(operation) ?? new Set()).add(id))
  return watched
}

/** The cases that show an operation: the one in which it is refused most, and then the smallest, stories before others. */
const showingMost = (operation: string, cases: readonly CaseRecord[]): readonly CaseRecord[] => {
  const counted = cases.map((record) => {
    const own = answersIn(record).filter((one) => one?.operation === operation)
    return { record, own: own.length, refused: own.filter((one) => one?.isRefused).length }
  })
  const shown = counted.filter(({ own }) => own > 0)
  const most = shown.toSorted((one, other) => other.refused - one.refused).slice(0, 1)
  const isStory = ({ record }: (typeof shown)[number]): boolean =>
    record.case.checks.every((check) => check.operation === undefined)
  const sorted = [...shown.filter(isStory), ...shown.filter((one) => !isStory(one))]
  return [...new Set([...most, ...sorted].map(({ record }) => record))]
}

/** What stops a story counts only where nothing else is found in it: a later call may be all that is refused. */
function* fewWrongs(operation: string): Generator<Wrong> {
  if (operation === '') return
  const name = 'watched elsewhere'
  for (const from of [0, 1, 2])
    yield { name, spoiling: { target: successesOf(operation, from), way: denied } }
  for (const way of [page, cut, otherStatus])
    yield { name, spoiling: { target: answersOf(operation), way } }
}

function* wrongsIn(operation: string, record: CaseRecord, proof: Proof): Generator<Wrong> {
  const target = answersOf(operation === '' ? undefined : operation)
  const members = memberWaysIn(operation, record, proof)
  for (const way of [...watchedWays, unknownOperation, ...members, ...members.map(readAgain)])
    yield { name: `watched: ${way.name}`, spoiling: { target, way } }
  if (operation !== '') yield { name: 'watched: forgetful', fault: forgetful(operation) }
}

/** Single members of the first refusal of an operation, of the last answer that carries it out, and of the one that tells most. */
const memberWaysIn = (operation: string, record: CaseRecord, { known }: Proof): readonly Way[] => {
  const answers = answersIn(record).filter((one) => one?.operation === operation)
  const some = new Set([
    answers.find((one) => one?.isRefused),
    answers.findLast((one) => one?.isRefused === false),
    richestIn(operation, record),
  ])
  return [...some].flatMap((one) =>
    one === undefined ? [] : memberWays(one).filter(({ spoil }) => spoil(one, known) !== undefined),
  )
}
