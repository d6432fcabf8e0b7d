import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { isRed } from '../selftest/kill-fault.ts'
import type { CaseRecord } from './case-record.ts'
import type { HonestRecord } from './honest-record.ts'
import type { Opened } from './listener.ts'
import type { Mutant } from './mutant.ts'
import type { Room } from './places.ts'
import { play } from './play.ts'
import type { Depth } from './replay.ts'
import { kindOf, sightingIn, type Sighting } from './sighting.ts'

/** So many cases are asked in which the same answer differs in the same places: a further one would hardly say more. */
const mostAlike = 2

/** So many cases are asked in one run at most, where none of them minds alone. */
const mostTogether = 60

/** What was seen of a mutant so far. */
export interface Seen {
  readonly sightings: Sighting[]
  readonly errors: string[]
  readonly warnings: string[]
  reworded: boolean
}

interface Asking {
  readonly record: CaseRecord
  readonly sighting: Sighting
  readonly opened: Opened
  readonly seen: Seen
}

/** A mutant that is asked, and what is seen of it on the way. */
export interface AskingAll {
  readonly mutant: Mutant
  readonly opened: Opened
  readonly seen: Seen
}

/** Asks the suite about a mutant: the check that fails, of the cases that are answered otherwise than by the right endpoint. */
export async function askSuite(
  honest: HonestRecord,
  asking: AskingAll,
): Promise<string | undefined> {
  return (await firstFailed(honest, asking)) ?? (await failingTogether(honest, asking))
}

/** The check of a case that fails: first those are asked that the message decides which is answered otherwise, then all. */
const failing = async (
  { asker }: HonestRecord,
  { record, sighting, opened, seen }: Asking,
): Promise<string | undefined> => {
  const own = sighting.checks.filter((id) => record.case.checks.some((check) => check.id === id))
  const questions = [...(own.length > 0 ? [{ checks: own }] : []), {}]
  for (const question of questions) {
    opened.board.turn(opened.board.on)
    const { judged } = await play(asker, { cases: [record.case], ...question }, opened)
    const failed = noticed(judged, [record], seen)
    if (failed !== undefined) return failed
  }
  return undefined
}

/** How far into the endpoint a room reaches: what comes before it is as it was. */
export const depths: Readonly<Record<Room, Depth>> = {
  façade: 'whole',
  model: 'decided',
  dialect: 'decided',
  answer: 'heard',
}

/** The first check that fails of the cases that come by a mutant. */
const firstFailed = async (
  honest: HonestRecord,
  { mutant, opened, seen }: AskingAll,
): Promise<string | undefined> => {
  for (const record of mutant.met) {
    const sighting = await sightingIn(record, opened, depths[mutant.room])
    if (sighting === 'reworded') seen.reworded = true
    if (typeof sighting !== 'object') continue
    const alike = seen.sightings.filter((other) => kindOf(other) === kindOf(sighting)).length
    seen.sightings.push(sighting)
    if (alike >= mostAlike) continue
    const by = await failing(honest, { record, sighting, opened, seen })
    if (by !== undefined) return by
  }
  return undefined
}

/**
 * The check that fails where cases are asked in one run which alone do not mind: what comes again and again shows more than
 * what comes once.
 */
const failingTogether = async (
  { asker }: HonestRecord,
  { mutant, opened, seen }: AskingAll,
): Promise<string | undefined> => {
  const sighted = new Set(seen.sightings.map((sighting) => sighting.case))
  const records = evenly(mutant.met.filter((record) => sighted.has(record.case.id)))
  const [first, ...more] = records.map((record) => record.case)
  if (first === undefined || more.length === 0 || seen.warnings.length > 0) return undefined
  opened.board.turn(opened.board.on)
  const { judged } = await play(asker, { cases: [first, ...more] }, opened)
  return noticed(judged, records, seen)
}

/** Some of many, small ones and large ones. */
const evenly = (records: readonly CaseRecord[]): readonly CaseRecord[] => {
  const step = Math.max(1, records.length / mostTogether)
  return records.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step))
}

/** The check that fails of those that were judged; what warns, and what blames the suite, is put down. */
const noticed = (
  judged: readonly JudgedCheck[],
  records: readonly CaseRecord[],
  seen: Seen,
): string | undefined => {
  seen.errors.push(...judged.filter(({ verdict }) => verdict === 'error').map(({ id }) => id))
  const noticing = judged.filter((check) => records.some((record) => notices(record, check)))
  const failed = noticing.find(({ verdict }) => verdict === 'fail')
  if (failed === undefined) seen.warnings.push(...noticing.map(({ id }) => id))
  return failed?.id
}

/** A check that passes at the right endpoint and cites somebody fails, or warns where it is a `should`. */
const notices = ({ passing }: CaseRecord, { id, citations, ...judged }: JudgedCheck): boolean =>
  passing.has(id) && citations.length > 0 && isRed(judged)
