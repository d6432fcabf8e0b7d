import type { DialectRow } from '../../specs/vendor/dialect.ts'
import type { Result, Verb } from '../../specs/vocabulary/verbs.ts'
import { outcomeOf } from '../actors/outcome-of.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { HeardCall } from './heard-call.ts'
import type { StepParts } from './take-step.ts'

type Parts = Pick<StepParts, 'readings' | 'vendor'>

/** What a call came to as one of a verb; undefined where it was none. */
export function outcomeAs<V extends Verb>(
  verb: V,
  { operation, spoiled, interaction }: HeardCall,
  { readings, vendor }: Parts,
): Outcome<Result<V>> | undefined {
  const meant = spoiled ? undefined : readings.get(operation)?.find((one) => one.verb === verb)
  const row = meant?.row as DialectRow<V> | undefined
  return row && outcomeOf({ vendor }, interaction, (output) => row.result.read(output))
}

/** What a call answered as one of a verb; undefined where it was none, or did not. */
export function valueAs<V extends Verb>(
  verb: V,
  heard: HeardCall,
  parts: Parts,
): Result<V> | undefined {
  const outcome = outcomeAs(verb, heard, parts)
  return outcome?.kind === 'done' ? outcome.value : undefined
}
