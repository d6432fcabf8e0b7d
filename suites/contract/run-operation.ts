import type { CaseContext } from '../case/case-context.ts'
import type { ContractValidator } from '../client/contract-validator.ts'
import { CheckFailed, NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { hasFailed } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { isShown, judgeImplemented, probe } from './implemented.ts'
import { judgeAnswers } from './judge-answers.ts'
import { openOperationRun, type OperationRun } from './operation-run.ts'
import type { OperationPlan } from './plan.ts'
import { minimalKey } from './refusable.ts'
import { runPaging } from './run-paging.ts'
import { runRefusals } from './run-refusals.ts'
import { otherRequests, selectRequests, type RequestSelection } from './select-requests.ts'
import { openValidRequests, type ValidRequests } from './valid-requests.ts'

/**
 * Every check of an operation is decided by what the same few requests come to, so one file sends them in one order.
 * Only what decides a wanted check is sent, and nothing that is sent changes what another request comes to.
 */
export async function runOperation(
  plan: OperationPlan,
  context: CaseContext,
  validator: ContractValidator,
): Promise<void> {
  const run = openOperationRun(plan, context, validator)
  const valid = openValidRequests(run)
  const selection = selectRequests(plan, context.wanted)
  try {
    await probe(run, valid)
    await send(run, valid, selection)
    if (context.wanted(plan.common.implemented.id)) await sendUntilShown(run, valid, selection)
    // what looks at successes has nothing to look at
    if (run.calls.successes.length === 0) {
      throw nothingSucceeded(plan, selection.minimal ? await valid.judged(minimalKey) : undefined)
    }
  } finally {
    judgeImplemented(run)
    judgeAnswers(run)
  }
}

const nothingSucceeded = ({ common }: OperationPlan, minimal: Judgement | undefined): Error => {
  const detail = 'nothing succeeded'
  if (hasFailed(minimal)) return new CheckFailed(common.succeeds.id, detail)
  return minimal?.verdict === 'inconclusive'
    ? new NotSettled(minimal.reason ?? detail, minimal.exchanges)
    : new PrerequisiteMissing('SETUP_FAILED', detail)
}

/** Refusals first, the valid requests after them, in prerequisites built alike: they differ in their faults alone. */
const send = async (
  run: OperationRun,
  valid: ValidRequests,
  selection: RequestSelection,
): Promise<void> => {
  const { minimal, positives, paging } = selection
  const refusals = await runRefusals(run, selection)
  if (minimal) await valid.judged(minimalKey)
  for (const { key } of positives) await valid.judged(key)
  await refusals.settle(valid)
  if (paging) await runPaging(run, valid)
  await refusals.end(valid)
}

/** Any request may show that the operation is there: the cheap ones are sent first, the others only where those do not. */
const sendUntilShown = async (
  run: OperationRun,
  valid: ValidRequests,
  selection: RequestSelection,
): Promise<void> => {
  if (!isShown(run)) await valid.judged(minimalKey)
  if (!isShown(run)) await send(run, valid, otherRequests(run.plan, selection))
}
