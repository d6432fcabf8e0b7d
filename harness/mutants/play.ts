import type { Message } from '../../specs/wire/wire.ts'
import type { Case } from '../../suites/case/case.ts'
import { movableTime } from '../../suites/client/moved-time.ts'
import type { Selected } from '../../suites/runner/selection.ts'
import { openSession } from '../../suites/runner/session.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { hasty, targetAt, timeOf, type Asker } from '../selftest/ask-server.ts'
import { openSharedClock } from '../selftest/shared-clock.ts'
import { listenerFor, type Opened } from './listener.ts'
import { messageLine, type Carried, type Passed } from './message-line.ts'
import { drawsOf, listening, type Notes, type Overheard } from './overheard.ts'

/** What one case came to, and what passed on the way. */
export interface Play {
  readonly judged: readonly JudgedCheck[]
  readonly passed: readonly Passed[]
  readonly notes: Notes
  /** the number by which the checks know a message, by the message as it was sent */
  readonly numbers: ReadonlyMap<Message, number>
}

/** Cases, or some of their checks: they send only what decides those. */
export interface Question {
  readonly cases: readonly [Case, ...Case[]]
  readonly checks?: readonly string[]
  /** those that watch and are heard at the end; all of them unless said */
  readonly watching?: readonly Case[]
  /** what becomes of each answer on its way back, by what the endpoint made of its message and its place; nothing unless said */
  readonly spoil?: (answer: Carried, note: Overheard | undefined, place: number) => Carried
}

/** Asks cases of an endpoint, alone, in a time of their own; and whatever watches, what it saw. */
export async function play(asker: Asker, question: Question, opened: Opened): Promise<Play> {
  const { cases, checks = cases.flatMap((one) => one.checks.map(({ id }) => id)) } = question
  const wanted = new Set(checks)
  const { watching = asker.cases.filter(({ after }) => after !== undefined), spoil } = question
  const clock = openSharedClock()
  const passed: Passed[] = []
  const notes: Notes = new WeakMap()
  const draws = drawsOf(cases[0].id, passed)
  const steps = listening(notes, draws)
  const { now, moveTime } = movableTime(clock.now, async () => {})
  const listener = listenerFor(opened, { clock: now, draws, steps })
  const line = messageLine(
    listener,
    (message) => passed.push(message),
    (one) => spoil?.(one.answer, notes.get(one.message), passed.indexOf(one)) ?? one.answer,
  )
  const connection = clock.watching(line)
  const selected: Selected = ({ id }, { after }) => after !== undefined || wanted.has(id)
  const calm = hasty({ ...asker, clock, cases: [...cases, ...watching], selected })
  const target = { ...targetAt(asker.vendor, new URL('http://127.0.0.1:9')), ...calm.states }
  const session = openSession({
    ...calm,
    target,
    nonce: 1n,
    ...timeOf(calm, target),
    connection,
    ...(moveTime && { moveTime }),
  })
  const numbers = new Map<Message, number>()
  session.transcript.listen(({ request, id }) => {
    // of a large one only a part is kept, with the same headers
    const one = passed.findLast(({ sent }) => sent.headers === request.headers)
    numbers.set(one?.sent ?? request, id)
  })
  try {
    const own = await Promise.all(checks.map((id) => session.judged(id)))
    return { judged: [...own, ...(await session.watched())], passed, notes, numbers }
  } finally {
    await session.close()
  }
}
