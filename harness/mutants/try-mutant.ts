import { askSuite, depths, type Seen } from './ask-suite.ts'
import { openInstance, type HonestRecord } from './honest-record.ts'
import { startsAt, type Opened } from './listener.ts'
import type { Mutant } from './mutant.ts'
import type { Probe } from './probes.ts'
import { unaskedIn, type Sighting } from './sighting.ts'

/**
 * What the suite made of a mutant. `failed`: a check that cites a rule fails. `warned`: one of level `should` warns, and none
 * fails. `unnoticed`: it answers otherwise, and no check minds. `unasked`: a message shows it that the suite never sends.
 * `unseen`: all that the suite asks, and thousands of messages besides, it answers like the right one; `reworded`: but for
 * sentences and the values of request ids, which are its own. `stillborn`: it can not even be started, or ends every
 * connection without an answer, so that there is no endpoint to ask.
 */
export type Notice =
  | 'failed'
  | 'warned'
  | 'unnoticed'
  | 'unasked'
  | 'unseen'
  | 'reworded'
  | 'stillborn'

/** A mutant, and what became of it. */
export interface MutantTrial {
  readonly mutant: Mutant
  readonly notice: Notice
  /** the check that noticed it */
  readonly by?: string
  /** rules of the register that it breaks: those of the check that noticed it, or of the checks that saw it and passed */
  readonly rules: readonly string[]
  /** where it was seen, of each case that was asked the first message */
  readonly sightings: readonly Sighting[]
  /** checks that blame the suite */
  readonly errors: readonly string[]
}

/** Asks the suite about a mutant: of the cases that come by it, those that are answered otherwise, until a check fails. */
export async function tryMutant(honest: HonestRecord, mutant: Mutant): Promise<MutantTrial> {
  const opened = await wronged(honest, mutant)
  const seen: Seen = { sightings: [], errors: [], warnings: [], reworded: false }
  if (opened === undefined) return trialOf(honest, { mutant, notice: 'stillborn', ...seen })
  const failed = await askSuite(honest, { mutant, opened, seen })
  if (failed !== undefined)
    return trialOf(honest, { mutant, notice: 'failed', by: failed, ...seen })
  const [by] = seen.warnings
  if (by !== undefined) return trialOf(honest, { mutant, notice: 'warned', by, ...seen })
  const notice = noticeOf(seen)
  const unasked = notice === 'unseen' ? await unaskedOf(honest, mutant, opened) : undefined
  if (unasked === undefined) return trialOf(honest, { mutant, notice, ...seen })
  return trialOf(honest, { mutant, notice: 'unasked', ...seen, sightings: [unasked] })
}

/** A message that the suite never sends and that the mutant answers otherwise; undefined where none is known. */
const unaskedOf = async (
  { probes }: HonestRecord,
  { wrong, met, room }: Mutant,
  opened: Opened,
): Promise<Sighting | undefined> => {
  const cases = new Set(met.map((record) => record.case))
  const comesBy = (probe: Probe): boolean =>
    'point' in wrong && !wrong.table ? probe.met.has(wrong.point) : cases.has(probe.case)
  for (const probe of probes.filter(comesBy)) {
    const sighting = await unaskedIn(probe, opened, depths[room])
    if (sighting !== undefined) return sighting
  }
  return undefined
}

const isMute = ({ first, wrong }: Sighting): boolean => first && wrong === 'reset'

/** Who answers nobody is no endpoint. */
const noticeOf = ({ sightings, reworded }: Seen): Notice => {
  if (sightings.length > 0) return sightings.every(isMute) ? 'stillborn' : 'unnoticed'
  return reworded ? 'reworded' : 'unseen'
}

const trialOf = (
  { rulesOf }: HonestRecord,
  { mutant, notice, by, sightings, errors }: Omit<MutantTrial, 'rules'>,
): MutantTrial => {
  const checks = by === undefined ? sightings.flatMap((sighting) => sighting.checks) : [by]
  const rules = [...new Set(checks.flatMap(rulesOf))]
  return { mutant, notice, rules, sightings, errors, ...(by !== undefined && { by }) }
}

/** The endpoint that is wrong; undefined where it does not start. */
const wronged = async (honest: HonestRecord, mutant: Mutant): Promise<Opened | undefined> => {
  try {
    const opened = await switched(honest, mutant)
    startsAt(opened)
    return opened
  } catch {
    return undefined
  }
}

/** Tables are made anew, whatever else is wrong is switched on where it stands. */
const switched = async ({ code, opened }: HonestRecord, { wrong }: Mutant): Promise<Opened> => {
  if ('fault' in wrong) {
    opened.board.turn(-1)
    return { ...opened, fault: wrong.fault }
  }
  if (wrong.fresh) return openInstance(code, wrong.point)
  opened.board.turn(wrong.point)
  return opened
}
