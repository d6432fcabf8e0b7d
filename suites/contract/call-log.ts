import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { Unreadable } from '../../specs/vendor/lens.ts'
import { outcomeOf, type Actor } from '../actors/actor.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Stage } from '../case/case-context.ts'
import type { Talk } from '../client/interaction.ts'
import { valueAt } from './json-path.ts'
import type { OperationPlan } from './plan.ts'

/** Says one operation in the vendor's own words, and remembers what was said. */
export interface Speech {
  /** `deliberate`: the input breaks the contract on purpose */
  readonly say: (who: Actor, input: Json, deliberate: boolean) => Promise<Outcome<JsonObject>>
  /** everything that was said, in order */
  readonly talks: readonly Talk[]
  /** the valid requests among it */
  readonly valid: readonly Talk[]
  /** the answers to valid requests that held what the operation is for */
  readonly successes: readonly Talk[]
}

/** Opens the speech of an operation. */
export function openSpeech(plan: OperationPlan, stage: Stage): Speech {
  const talks: Talk[] = []
  const valid: Talk[] = []
  const successes: Talk[] = []
  return {
    talks,
    valid,
    successes,
    say: async (who, input, deliberate) => {
      const talk = await who.literally({ operation: plan.operation.name, input, deliberate })
      talks.push(talk)
      if (!deliberate) valid.push(talk)
      const outcome = outcomeOf(stage.client, talk, (output) => ensureYields(plan, output))
      if (outcome.kind === 'done' && !deliberate) successes.push(talk)
      return outcome
    },
  }
}

/** A success that lacks what the operation is for is hollow: an empty answer must not look like one. */
const ensureYields = ({ setting }: OperationPlan, output: JsonObject): JsonObject => {
  const missing = setting.yields.find((pointer) => {
    const value = valueAt(output, pointer.split('/').slice(1))
    return value === undefined || value === null
  })
  if (missing !== undefined) throw new Unreadable(missing, 'is missing')
  return output
}
