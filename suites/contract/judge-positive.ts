import { answersTo } from '../../specs/vendor/refusals.ts'
import { wordOf } from '../../specs/wire/sub-code.ts'
import { isDeclared, sameWord } from '../verdict/codes.ts'
import { judgeValid } from '../verdict/judge.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import { unreached } from '../verdict/untestable.ts'
import { reasonText, type Judgement } from '../verdict/verdict.ts'
import type { OperationPlan, Positive } from './plan.ts'

/**
 * Judges a valid request. Where only a value is asked about, a declared refusal that speaks of something
 * else than the input's form shows that the value is understood. A refusal shows nothing when even the minimal
 * request is refused: that one is asked for only then.
 */
export async function judgePositive(
  plan: OperationPlan,
  { positive, outcome }: { readonly positive: Positive; readonly outcome: Outcome<unknown> },
  minimal: () => Promise<Judgement>,
): Promise<Judgement> {
  const judged = judgeValid(plan.vendor, outcome, plan.seen(positive.check.id).refuses)
  if (judged.verdict !== 'fail') return judged
  const { exchanges } = judged
  const judgedMinimal = await minimal()
  if (judgedMinimal.verdict !== 'pass') {
    const why = judgedMinimal.received ?? reasonText(judgedMinimal) ?? ''
    const reason = `the minimal request is refused, too: ${why}`
    return unreached({ id: plan.common.succeeds.id, judged: judgedMinimal }, reason, exchanges)
  }
  if (positive.state && isUnderstood(plan, outcome)) {
    return { verdict: 'pass', received: describeOutcome(outcome), exchanges }
  }
  return judged
}

const isUnderstood = ({ vendor, operation }: OperationPlan, outcome: Outcome<unknown>): boolean => {
  if (outcome.kind !== 'refused') return false
  const { code, reason, status } = outcome.reply
  const unknown = answersTo(vendor.refusals, 'invalid.enum', operation.name) ?? []
  const denied = unknown.some(
    (name) =>
      sameWord(vendor, name.code, code) &&
      (name.reason === undefined ||
        reason === undefined ||
        sameWord(vendor, name.reason, wordOf(reason))),
  )
  return status < 500 && !denied && isDeclared(vendor, operation.name, code)
}
