import type { JsonObject } from '../../specs/contract/json.ts'
import type { ErrorAnswer } from '../../specs/wire/wire.ts'
import type { CarriedAnswer } from '../../suites/client/connection.ts'
import type { Carried } from '../mutants/message-line.ts'
import type { Overheard } from '../mutants/overheard.ts'

/** An answer of the endpoint that is right, and what it says. */
export interface Answered {
  readonly right: CarriedAnswer
  /** empty where the message does not get as far as naming one */
  readonly operation: string
  /** what it refuses with; undefined where it does not */
  readonly error?: ErrorAnswer
  /** what it tells; undefined where it refuses, or where the message is about no operation */
  readonly output?: JsonObject
  readonly isRefused: boolean
}

/** What was answered; undefined where nothing was. */
export function answeredOf(
  answer: Carried | undefined,
  note: Overheard = {},
): Answered | undefined {
  if (answer === undefined || 'problem' in answer) return undefined
  const { error, output } = note
  return {
    right: answer,
    operation: operationOf(note),
    isRefused: error !== undefined || answer.status >= 400,
    ...(error !== undefined && { error }),
    ...(error === undefined && output !== undefined && { output }),
  }
}

const operationOf = ({ heard }: Overheard): string =>
  heard !== undefined && 'operation' in heard ? heard.operation : ''
