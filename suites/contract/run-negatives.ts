import type { JsonObject } from '../../specs/contract/json.ts'
import { stoppable } from './answered.ts'
import { openRefusals, type AskedRefusals, type Group } from './ask-refusals.ts'
import { changed, valueAt } from './json-path.ts'
import type { OperationRun, Where } from './operation-run.ts'
import type { Negative } from './plan.ts'
import { disproof } from './prove-negative.ts'
import type { RequestBuilder } from './request-builder.ts'
import type { RequestSelection } from './select-requests.ts'
import type { Stage } from './stages.ts'

/** A stage for the faulty requests alone, in the organization of the case unless something was sent there. */
export function openNegatives(
  run: OperationRun,
  { negatives, snapshots }: RequestSelection,
  where: Where = 'case organization',
): Promise<AskedRefusals<Negative>> {
  let opened = false
  return openRefusals(run, {
    requests: negatives,
    compared: snapshots,
    again: () => true,
    open: async (due) => {
      const builder = await run.builder(opened ? 'new organization' : where)
      opened = true
      return stageOfNegatives(run, builder, due)
    },
  })
}

/** The faulty requests. */
export function negativesOf(
  { plan }: OperationRun,
  { negatives, snapshots }: RequestSelection,
): Group<Negative> {
  return { requests: negatives, unchanged: snapshots ? plan.common.unchanged : undefined }
}

/** Everything that faulty requests name, and who sends them. */
export async function stageOfNegatives(
  { plan, context, calls, validator }: OperationRun,
  builder: RequestBuilder,
  due: readonly Negative[],
): Promise<Stage<Negative>> {
  const caller = await builder.prerequisites.caller()
  // what is named comes about before anybody looks whether something has changed; why it can not, its request tells
  for (const { other } of due)
    if (other !== undefined) await stoppable(() => builder.prerequisites.other(other))
  return {
    observer: builder.prerequisites.observer,
    send: (negative) =>
      stoppable(async () => {
        const input = await spoiled(builder, negative)
        const { isOwn } = context.client
        const problem = disproof(validator, plan.operation, { negative, input, isOwn })
        if (problem !== undefined) throw new Error(`${negative.key} is no such fault: ${problem}`)
        return calls.call(caller, input, true)
      }),
  }
}

/** The input of a negative: its twin, but for the fault. */
export async function spoiled(
  builder: RequestBuilder,
  { key, field, spoil, other }: Negative,
): Promise<JsonObject> {
  const named = other === undefined ? '' : await builder.prerequisites.other(other)
  const valid = field.token ? await builder.minimal() : await builder.with(field)
  const right = valueAt(valid, field.path) ?? ''
  return changed(valid, field.path, spoil(right, builder.random(key), named))
}
