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
}

/**
 * A connection that gives up when nobody answers any more, or everybody takes very long to, so that no run waits for every
 * deadline.
 */
export function patientConnection(connection: Connection, { now, deadline }: Hurry): SendMessage {
  let lostInARow = 0
  let lastLoss = ''
  let lateInARow = 0
  let passedOver = 0
  let knock = firstKnock
  const whyNot = (): string | undefined => {
    if (lostInARow >= hopeless) return `no answer ${hopeless} times in a row, ${lastLoss} at last`
    if (lateInARow < tooLate) return undefined
    return `${tooLate} answers in a row took more than ${deadline / 2} ms`
  }
  /** Whether it is tried all the same: less and less often, for as long as it is in vain. */
  const isKnock = (): boolean => {
    passedOver += 1
    if (passedOver < knock) return false
    passedOver = 0
    knock *= 2
    return true
  }
  const heard = (came: Awaited<ReturnType<Connection['send']>>, took: number): void => {
    if ('problem' in came) {
      lostInARow += 1 / (lossTries[came.problem] ?? 1)
      lastLoss = came.problem
      return
    }
    lostInARow = 0
    lateInARow = took > deadline / 2 ? lateInARow + 1 : 0
    if (whyNot() === undefined) knock = firstKnock
  }
  return async (message, signal) => {
    const detail = whyNot()
    if (detail !== undefined && !isKnock()) return { kind: 'lost', problem: 'given-up', detail }
    const began = now()
    const came = await connection.send(message, signal)
    heard(came, now() - began)
    if ('problem' in came) return { kind: 'lost', ...came }
    const { unreadable, ...answer } = came
    return { answer, ...(unreadable !== undefined && { unreadable }) }
  }
}
