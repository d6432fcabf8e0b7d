import type { Fault } from '../../endpoint/fault.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Message } from '../../specs/wire/wire.ts'
import type { Case } from '../../suites/case/case.ts'
import type { Selected } from '../../suites/runner/selection.ts'
import { openSession } from '../../suites/runner/session.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { hasty, targetAt, timeOf, type Asker } from '../selftest/ask-server.ts'
import { openSharedClock } from '../selftest/shared-clock.ts'
import { differencesOf, isSame } from './differences.ts'
import type { EndpointModules } from './endpoint-code.ts'
import { carry, messageLine, type Carried, type Listener, type Passed } from './message-line.ts'
import { around, drawsOf, listening, remembering, wasDecided, type Around, type Draws, type Notes } from './overheard.ts'
import type { Switchboard } from './switchboard.ts'

/** An endpoint that can be opened as often as somebody wants a new one. */
export interface Opened {
  readonly modules: Pick<EndpointModules, 'openFacade'>
  readonly vendor: Vendor
  readonly board: Switchboard
  readonly fault?: Fault
}

/** What one case came to, and what passed on the way. */
export interface Play {
  readonly judged: readonly JudgedCheck[]
  readonly passed: readonly Passed[]
  readonly notes: Notes
  /** the number by which the checks know a message, by the message as it was sent */
  readonly numbers: ReadonlyMap<Message, number>
}

/** When the time of every play begins; which day it is makes no difference. */
const start = Date.UTC(2026, 0, 15, 12)

/** Opens an endpoint with an empty world. */
const listenerFor = (opened: Opened, clock: () => number, draws: Draws, steps: Around): Listener => {
  const { modules, vendor, board, fault } = opened
  const limit = vendor.protocol.bodyLimit
  const options = { clock, random: draws.random, fault: around(fault, steps) }
  const rest = { clock, limit, isCaught: board.isCaught }
  try {
    return { facade: modules.openFacade(vendor, options), ...rest }
  } catch (error) {
    return { facade: dead(error), ...rest }
  }
}

/** Nobody is there to answer. */
const dead = (error: unknown): Listener['facade'] => {
  const fall = (): never => {
    throw error
  }
  return { answer: fall, knows: fall, tooLarge: fall }
}

/** Starts an endpoint and asks nothing. Throws where it does not start. */
export function startsAt(opened: Opened): void {
  const { modules, vendor, fault } = opened
  modules.openFacade(vendor, {
    clock: () => start,
    random: () => 0,
    ...(fault !== undefined && { fault }),
  })
}

/** A case, or some of its checks: it sends only what decides those. */
export interface Question {
  readonly case: Case
  readonly checks?: readonly string[]
}

/** Asks one case of an endpoint, alone, in a time of its own; and whatever watches, what it saw. */
export async function play(asker: Asker, question: Question, opened: Opened): Promise<Play> {
  const { case: one, checks = one.checks.map(({ id }) => id) } = question
  const wanted = new Set(checks)
  const watching = asker.cases.filter(({ after }) => after !== undefined)
  const clock = openSharedClock(start)
  const passed: Passed[] = []
  const notes: Notes = new WeakMap()
  const draws = drawsOf(one.id, passed)
  const listener = listenerFor(opened, clock.now, draws, listening(notes, draws))
  const connection = clock.watching(messageLine(listener, (message) => passed.push(message)))
  const selected: Selected = ({ id }, { after }) => after !== undefined || wanted.has(id)
  const calm = hasty({ ...asker, clock, cases: [one, ...watching], selected })
  const target = { ...targetAt(asker.vendor, new URL('http://127.0.0.1:9')), ...calm.states }
  const session = openSession({ ...calm, target, nonce: 1n, ...timeOf(calm, target), connection })
  const numbers = new Map<Message, number>()
  session.transcript.listen(({ request, id }) => void numbers.set(request, id))
  try {
    const own = await Promise.all(checks.map((id) => session.judged(id)))
    return { judged: [...own, ...(await session.watched())], passed, notes, numbers }
  } finally {
    await session.close()
  }
}

/** A message that is answered otherwise: its number, the answer, and where it differs. */
export interface Difference {
  readonly index: number
  readonly answer: Carried
  readonly differs: readonly string[]
}

/**
 * How much of an endpoint is asked again. `whole`: all of it. `heard`: what it makes of a message before it decides is
 * remembered. `decided`: and messages that nothing was to be decided of are left out.
 */
export type Depth = 'whole' | 'heard' | 'decided'

/**
 * Sends what passed in an earlier play to a fresh endpoint until an answer is another one: the suite says the same for as
 * long as it is answered the same. The message that is answered otherwise; `reworded` where only sentences are other ones.
 */
export async function firstDifference(
  { case: { id }, passed, notes }: Pick<Play, 'passed' | 'notes'> & { readonly case: Pick<Case, 'id'> },
  opened: Opened,
  depth: Depth,
): Promise<Difference | 'reworded' | undefined> {
  let now = start
  let reworded = false
  const draws = drawsOf(id, passed)
  const steps = depth === 'whole' ? listening(new WeakMap(), draws) : remembering(notes, draws)
  const listener = listenerFor(opened, () => now, draws, steps)
  for (const [index, { message, at, answer }] of passed.entries()) {
    if (depth === 'decided' && !wasDecided(notes.get(message) ?? {})) continue
    now = at
    const other = await carry(listener, message)
    if (answer !== undefined && isSame(answer, other)) continue
    const differs = answer === undefined ? ['nothing'] : differencesOf(answer, other)
    if (differs.length > 0) return { index, answer: other, differs }
    reworded = true
  }
  return reworded ? 'reworded' : undefined
}
