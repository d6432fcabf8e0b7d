import { nextStep, type Step } from '../../specs/vendor/workflow.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'

/**
 * What a workflow comes to: its steps are said one after the other, and the first that does not succeed is
 * the outcome. It is named after the last step that did more than look; where only looking is refused, or
 * the answers lack what the workflow is about, it is hollow.
 */
export async function runWorkflow<T>(
  steps: Generator<Step, T, unknown>,
  say: (step: Step) => Promise<Outcome<unknown>>,
): Promise<Outcome<T>> {
  const first = steps.next()
  if (first.done === true) throw new Error('a workflow says something, or it is none')
  let outcome = await say(first.value)
  let { operation } = outcome
  while (outcome.kind === 'done') {
    const { value, ...done } = outcome
    const next = nextStep(steps, value)
    if ('problem' in next) return { ...done, operation, kind: 'hollow', problem: next.problem }
    if (next.done === true) return { ...done, operation, value: next.value }
    outcome = await say(next.value)
    if (next.value.aside !== true) operation = outcome.operation
    else if (outcome.kind === 'refused') return unseen(outcome, operation)
  }
  return outcome
}

/** It was done, but what became of it is not told. */
const unseen = (refused: Outcome<unknown>, operation: string): Outcome<never> => ({
  operation,
  exchange: refused.exchange,
  kind: 'hollow',
  problem: `nothing tells what became of it: ${describeOutcome(refused)}`,
})
