import type { Answer } from '../../specs/wire/wire.ts'
import type { CarriedAnswer } from '../../suites/client/connection.ts'
import type { Carried } from '../mutants/message-line.ts'
import type { Answered } from './answered.ts'
import type { KnownAnswers } from './known-answers.ts'

/** A way in which an answer is wrong. */
export interface Way {
  readonly name: string
  /**
   * the answer in the place of the right one, where that one was told before to who asked for the same; undefined where it
   * can not be wrong in this way
   */
  readonly spoil: (
    answered: Answered,
    known: KnownAnswers,
    before?: Answered,
  ) => Carried | undefined
}

/** The request id of an answer that is none of the endpoint's own. */
export const spoiledId = 'b2f1a7d4-0000-4000-8000-00000000f00d'

/** An answer as it arrives: names of headers come in lower case. */
export function carried({ status, headers, body }: Answer): CarriedAnswer {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return { status, headers: Object.fromEntries(named) as Answer['headers'], body }
}
