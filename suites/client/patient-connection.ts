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
/** One of so many is sent all the same: somebody may be there again. */
const knock = 10

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

/** A connection that gives up when nobody answers any more, so that no run waits for every deadline. */
export function patientConnection(connection: Connection): SendMessage {
  let lostInARow = 0
  let passedOver = 0
  return async (message, signal) => {
    if (lostInARow >= hopeless) {
      passedOver += 1
      if (passedOver % knock !== 0) {
        return { kind: 'lost', problem: 'given-up', detail: `no answer ${hopeless} times in a row` }
      }
    }
    const came = await connection.send(message, signal)
    lostInARow = 'problem' in came ? lostInARow + 1 / (lossTries[came.problem] ?? 1) : 0
    if ('problem' in came) return { kind: 'lost', ...came }
    const { unreadable, ...answer } = came
    return { answer, ...(unreadable !== undefined && { unreadable }) }
  }
}
