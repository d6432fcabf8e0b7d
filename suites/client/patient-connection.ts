import type { Answer, Message } from '../../specs/wire/wire.ts'
import type { Connection } from './connection.ts'
import type { LostReply } from './interaction.ts'

/** After so many calls in a row that were lost nobody is there; most further ones are lost at once. */
const hopeless = 8
/** How often one call is sent that is lost in a way that may pass. */
export const lossTries: Partial<Record<LostReply['problem'], number>> = {
  reset: 7,
  'malformed-http': 7,
  timeout: 3,
}
/** Answers in a row that take more than half of the deadline, after which no other is waited for. */
const tooLate = 32
/**
 * How many deadlines the suite waits, on each connection, for answers that take long (a tenth of the deadline) or do not come:
 * a run has thousands of calls.
 */
const mostWaited = 6
/** After so many calls one is sent all the same: somebody may be there again. */
const firstKnock = 10

/** An answer, and why its body can not be read where that is so. */
export interface Came {
  readonly answer: Answer
  readonly unreadable?: string
}

/** What came of a message: an answer, or why there is none. */
export type AnswerOrLoss = Came | LostReply

/** Sends a message; the signal ends it early. */
export type SendMessage = (
  message: Message,
  signal: AbortSignal | undefined,
) => Promise<AnswerOrLoss>

/** How an answer is waited for. */
export interface Hurry {
  readonly now: () => number
  /** milliseconds that one exchange may take */
  readonly deadline: number
  /** connections at a time, where slow answers are waited for so long together only; for as long as they come unless said */
  readonly connections?: number
}

/**
 * A connection that gives up when nobody answers any more, or everybody takes very long to, so that no run waits for every
 * deadline.
 */
export function patientConnection(connection: Connection, hurry: Hurry): SendMessage {
  const slowness = openSlowness(hurry)
  let lostInARow = 0
  let lastLoss = ''
  let passedOver = 0
  let knock = firstKnock
  const whyNot = (): string | undefined =>
    lostInARow >= hopeless
      ? `no answer ${hopeless} times in a row, ${lastLoss} at last`
      : slowness.isTooMuch()
  /** Whether it is tried all the same: less and less often, for as long as it is in vain. */
  const isKnock = (): boolean => {
    passedOver += 1
    if (passedOver < knock) return false
    passedOver = 0
    knock *= 2
    return true
  }
  const heard = (came: Awaited<ReturnType<Connection['send']>>, took: number): void => {
    slowness.heard(took, !('problem' in came))
    if ('problem' in came) {
      lostInARow += 1 / (lossTries[came.problem] ?? 1)
      lastLoss = came.problem
      return
    }
    lostInARow = 0
    if (whyNot() === undefined) knock = firstKnock
  }
  return async (message, signal) => {
    const detail = whyNot()
    if (detail !== undefined && !isKnock()) return { kind: 'lost', problem: 'given-up', detail }
    const began = hurry.now()
    const came = await connection.send(message, signal)
    heard(came, hurry.now() - began)
    if ('problem' in came) return { kind: 'lost', ...came }
    const { unreadable, ...answer } = came
    return { answer, ...(unreadable !== undefined && { unreadable }) }
  }
}

/** How slow an endpoint is. */
interface Slowness {
  readonly heard: (took: number, answered: boolean) => void
  /** why no other answer is waited for, in words for people; undefined where one is */
  readonly isTooMuch: () => string | undefined
}

const openSlowness = ({
  deadline,
  connections = Number.POSITIVE_INFINITY,
}: Omit<Hurry, 'now'>): Slowness => {
  const [slow, most] = [deadline / 10, mostWaited * connections * deadline]
  let [lateInARow, waited] = [0, 0]
  return {
    heard: (took, answered) => {
      if (took > slow) waited += took
      if (answered) lateInARow = took > deadline / 2 ? lateInARow + 1 : 0
    },
    isTooMuch: () => {
      if (lateInARow >= tooLate) {
        return `${tooLate} answers in a row took more than ${deadline / 2} ms`
      }
      if (waited < most) return undefined
      return `answers that take more than ${slow} ms were waited for ${most / 1000} s together: a longer deadline gives them more`
    },
  }
}
