import type { Json, JsonObject } from '../specs/contract/json.ts'
import type { Context, Decision } from '../specs/model/decision.ts'
import type { World } from '../specs/model/world.ts'
import type { RefusalName } from '../specs/vocabulary/refusal-name.ts'
import type { Command } from '../specs/vocabulary/verbs.ts'
import type {
  Answer,
  ErrorAnswer,
  Heard,
  Message,
  Serving,
  WireProblem,
} from '../specs/wire/wire.ts'
import type { InputProblem } from './input-check.ts'

/** A refusal before the vendor's words for it are found. */
export interface Refused {
  readonly refusal: RefusalName
  readonly detail: string
  /** JSON pointer of the member that breaks the contract, where one does */
  readonly pointer?: string
  /** what stands there, where anything does */
  readonly received?: Json
  /** absent when the message did not get as far as naming one */
  readonly operation?: string
}

/** Whose a message is, or why it can not be trusted. */
export type Verify = (
  message: Message,
  serving: Serving,
) => Promise<{ readonly accessKey: string } | WireProblem>

/** What an endpoint does with a message, step by step, in this order. A fault replaces single steps. */
export interface Steps {
  readonly verify: Verify
  /** the same of a question who somebody is, which the vendor's identity service answers */
  readonly identify: Verify
  readonly hear: (message: Message) => Heard | WireProblem
  /** whether the contract allows the input (without null members; `original` has them) */
  readonly check: (heard: Heard, original: Json) => InputProblem | undefined
  readonly decide: (world: World, command: Command, context: Context) => Decision
  /** the output of an operation in the vendor's words, complete */
  readonly write: (output: JsonObject, heard: Heard) => JsonObject
  /** the vendor's code for a refusal; undefined when the operation does not declare any that fits */
  readonly explain: (refused: Refused) => ErrorAnswer | undefined
  /** the last look at an answer before it travels */
  readonly frame: (answer: Answer, heard: Heard | undefined) => Answer
}
