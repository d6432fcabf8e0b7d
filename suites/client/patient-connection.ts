import type { Answer, Message } from '../../specs/wire/wire.ts'
import type { Connection } from './connection.ts'
import type { LostReply } from './interaction.ts'

/** After so many lost answers in a row nobody is there; further calls are lost at once. */
const patience = 8

/** What came of a message: an answer, or why there is none. */
export type AnswerOrLoss = { readonly answer: Answer } | LostReply

/** Sends a message; the signal ends it early. */
export type SendMessage = (
  message: Message,
  signal: AbortSignal | undefined,
) => Promise<AnswerOrLoss>

/** A connection that gives up when nobody answers any more, so that no run waits for every deadline. */
export function patientConnection(connection: Connection): SendMessage {
  let lostInARow = 0
  return async (message, signal) => {
    if (lostInARow >= patience) {
      return { kind: 'lost', problem: 'given-up', detail: `no answer ${patience} times in a row` }
    }
    const came = await connection.send(message, signal)
    lostInARow = 'problem' in came ? lostInARow + 1 : 0
    return 'problem' in came ? { kind: 'lost', ...came } : { answer: came }
  }
}
