import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Observation } from '../oracle/linearize.ts'
import { modelId, placeOf } from '../oracle/oracle.ts'
import { follows } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** What was seen in a play beside the model, and which checks are asked for. */
export interface BesideModel {
  readonly vendor: VendorId
  readonly observations: readonly Observation[]
  readonly wanted: (check: string) => boolean
}

/**
 * What could not be set up since the target had done before what no rule has it do, follows the check that says so: the
 * latest one that could have a part in it.
 */
export function behindModel(judged: Judgement, beside: BesideModel): Judgement {
  if (judged.code !== 'SETUP_FAILED') return judged
  const until = Math.max(...judged.exchanges)
  const cause = beside.observations.findLast(
    ({ exchange, differences }) => differences.length > 0 && !(exchange > until),
  )
  const [difference] = cause?.differences ?? []
  if (cause === undefined || difference === undefined) return judged
  const check = modelId(beside.vendor, cause.operation, placeOf(difference))
  if (!beside.wanted(check)) return judged
  return follows(check, judged.reason ?? '', judged.exchanges)
}
