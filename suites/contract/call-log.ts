import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { Unreadable } from '../../specs/vendor/lens.ts'
import type { Actor } from '../actors/actor.ts'
import { outcomeOf } from '../actors/outcome-of.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { valueAt } from './json-path.ts'
import type { OperationPlan } from './plan.ts'

/** Calls one operation with the vendor's own members, and keeps what was sent and answered. */
export interface CallLog {
  /** `deliberate`: the input breaks the contract on purpose */
  readonly call: (who: Actor, input: Json, deliberate: boolean) => Promise<Outcome<JsonObject>>
  /** every call, in order */
  readonly interactions: readonly Interaction[]
  /** the calls whose request was valid */
  readonly valid: readonly Interaction[]
  /** the answers to valid requests that held what the operation is for */
  readonly successes: readonly Interaction[]
}

/** Opens the log of an operation; nothing is sent yet. */
export function openCallLog(plan: OperationPlan, context: CaseContext): CallLog {
  const interactions: Interaction[] = []
  const valid: Interaction[] = []
  const successes: Interaction[] = []
  return {
    interactions,
    valid,
    successes,
    call: async (who, input, deliberate) => {
      const interaction = await who.raw({ operation: plan.operation.name, input, deliberate })
      interactions.push(interaction)
      if (!deliberate) valid.push(interaction)
      if (!deliberate && interaction.found !== undefined) return unread(interaction)
      const outcome = outcomeOf(context.client, interaction, (output) => ensureYields(plan, output))
      if (outcome.kind === 'done' && !deliberate) successes.push(interaction)
      return outcome
    },
  }
}

/** It was done, but what the endpoint answers to it never came: nothing of that can be judged. */
const unread = ({ exchange }: Interaction): Outcome<never> => ({
  operation: exchange.operation,
  exchange: exchange.id,
  repeated: true,
  kind: 'unsettled',
  unread: true,
  problem: 'it was done, but its answer was lost',
})

/** A success that lacks what the operation is for is hollow: an empty answer must not look like one. */
const ensureYields = ({ template }: OperationPlan, output: JsonObject): JsonObject => {
  const missing = template.yields.find((pointer) => {
    const value = valueAt(output, pointer.split('/').slice(1))
    return value === undefined || value === null
  })
  if (missing !== undefined) throw new Unreadable(missing, 'is missing')
  return output
}
