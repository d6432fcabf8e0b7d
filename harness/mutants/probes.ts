import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { seedOf } from '../../suites/case/seed-of.ts'
import { randomFrom } from '../../suites/client/random.ts'
import type { Asker } from '../selftest/ask-server.ts'
import { start } from '../selftest/shared-clock.ts'
import type { Pool } from './altered-input.ts'
import type { CaseRecord } from './case-record.ts'
import { listenerFor, type Opened } from './listener.ts'
import { carry, type Passed } from './message-line.ts'
import { drawsOf, listening, type Notes } from './overheard.ts'
import { probeMessage } from './probe-message.ts'
import type { Earlier } from './replay.ts'

/** Messages that the suite never sends, amid those of a case, and what the right endpoint makes of them. */
export interface Probe extends Earlier {
  /** the points of the code that they came by */
  readonly met: ReadonlySet<number>
  /** how many of the messages are none of the suite's */
  readonly altered: number
}

/** The endpoint that is right, and what was asked of it. */
interface Known {
  readonly asker: Asker
  readonly opened: Opened
  readonly cases: readonly CaseRecord[]
}

/** How often the messages of all cases are altered at most. */
const mostRounds = 40

/** How many messages of a case are followed by an altered one at most. */
const mostInCase = 60

/**
 * Alters messages of every case by chance and sends them among the others to the endpoint that is right. What answers all
 * of them alike, and all that the suite asks, is most likely no different from it.
 */
export async function recordProbes(honest: Known, least: number): Promise<readonly Probe[]> {
  const { asker, cases } = honest
  const pools = inputsOf(cases)
  const probes: Probe[] = []
  let altered = 0
  for (let round = 1; altered < least && round <= mostRounds; round += 1)
    for (const record of cases) {
      const random = randomFrom(seedOf(asker.seed, `${round}/${record.case.id}`))
      const probe = await recordProbe({ honest, record, pools, random })
      altered += probe.altered
      probes.push(probe)
    }
  return probes
}

interface Recording {
  readonly honest: Known
  readonly record: CaseRecord
  readonly pools: ReadonlyMap<string, readonly JsonObject[]>
  readonly random: () => number
}

const recordProbe = async (recording: Recording): Promise<Probe> => {
  const { record, random } = recording
  const { opened } = recording.honest
  const passed: Passed[] = []
  const notes: Notes = new WeakMap()
  let now = start
  const draws = drawsOf(record.case.id, passed)
  const listener = listenerFor(opened, { clock: () => now, draws, steps: listening(notes, draws) })
  opened.board.turn(-1)
  opened.board.met.clear()
  const say = async (one: Passed): Promise<void> => {
    now = one.at
    passed.push(one)
    one.answer = await carry(listener, one.message)
  }
  const share = mostInCase / record.passed.length
  const alter = altering(recording)
  for (const [place, { sent, message, at }] of record.passed.entries()) {
    await say({ sent, message, at, place: String(place) })
    if (random() >= share) continue
    const other = await alter(message, at)
    await say({ sent: other, message: other, at, place: `${place}+` })
  }
  const altered = passed.length - record.passed.length
  return { case: record.case, passed, notes, met: new Set(opened.board.met), altered }
}

const altering = ({ honest, record, pools, random }: Recording) => {
  const scalars = scalarsOf(record)
  const callers = callersOf(record)
  const poolOf = (operation: string): Pool => ({ scalars, inputs: pools.get(operation) ?? [] })
  return (message: Passed['message'], at: number): ReturnType<typeof probeMessage> => {
    const note = record.notes.get(message) ?? {}
    const { vendor } = honest.asker
    return probeMessage({ vendor, note, message, at, callers, poolOf, random })
  }
}

const callersOf = ({ passed, notes }: CaseRecord): readonly string[] => [
  ...new Set(
    passed.flatMap(({ message }) => {
      const sender = notes.get(message)?.sender
      return sender !== undefined && 'accessKey' in sender ? [sender.accessKey] : []
    }),
  ),
]

const scalarsOf = ({ passed, notes }: CaseRecord): readonly Json[] => [
  ...new Set(
    passed.flatMap(({ message }) => {
      const { heard, output } = notes.get(message) ?? {}
      const input = heard !== undefined && 'operation' in heard ? heard.input : null
      return [...leavesOf(input), ...leavesOf(output ?? null)]
    }),
  ),
]

const leavesOf = (value: Json): readonly Json[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value]

/** The inputs that were sent of every operation. */
const inputsOf = (cases: readonly CaseRecord[]): ReadonlyMap<string, readonly JsonObject[]> => {
  const inputs = new Map<string, JsonObject[]>()
  for (const { passed, notes } of cases)
    for (const { message } of passed) {
      const heard = notes.get(message)?.heard
      if (heard === undefined || !('operation' in heard) || !isObject(heard.input)) continue
      const known = inputs.get(heard.operation) ?? []
      inputs.set(heard.operation, known)
      known.push(heard.input)
    }
  return inputs
}
