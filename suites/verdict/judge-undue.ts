import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { describeOutcome, type Outcome } from './outcome.ts'
import type { RefusalStep } from './refusal-step.ts'
import type { Steps } from './steps.ts'
import type { Judgement } from './verdict.ts'

/**
 * What a request comes to that the document has refused and the real service carries out (`accepted`), where the target
 * carried it out, too, and what it answers fits: there is no refusal to look at. Undefined otherwise.
 */
export function judgeAccepted<T>(
  outcome: Outcome<T>,
  { accepted = false }: { readonly accepted?: boolean },
  fits: (value: T) => boolean = () => true,
): Steps<RefusalStep> | undefined {
  if (!accepted || outcome.kind !== 'done' || outcome.looked === true) return undefined
  if (!fits(outcome.value)) return undefined
  const exchanges = [outcome.exchange]
  const refused: Judgement = {
    verdict: 'pass',
    reading: 'service',
    received: describeOutcome(outcome),
    exchanges,
  }
  const reason = `${outcome.operation} is carried out, as by the real service`
  const rest: Judgement = { verdict: 'absent', code: 'undue-refusal', reason, exchanges }
  return { refused, declared: rest, code: rest, reason: rest }
}

/**
 * Why nothing can be asked of a refusal: the vendor has no word for it, or the operation never answers
 * it. Undefined where the refusal is due.
 */
export function judgeUnworded(
  { id, refusals }: Vendor,
  name: RefusalName,
  { operation, exchange }: Pick<Outcome<unknown>, 'operation' | 'exchange'>,
): Judgement | undefined {
  const row = refusals.refusals[name]
  if (row === undefined) {
    const reason = `${id} has no word for this refusal`
    return { verdict: 'absent', code: 'unworded-refusal', reason, exchanges: [exchange] }
  }
  if (row.silent?.includes(operation) !== true) return undefined
  const reason = `${operation} refuses nothing of this kind`
  return { verdict: 'absent', code: 'undue-refusal', reason, exchanges: [exchange] }
}
