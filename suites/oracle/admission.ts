import { answersTo } from '../../specs/vendor/refusals.ts'
import type { DialectRow } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Result, Verb } from '../../specs/vocabulary/verbs.ts'
import { outcomeOf } from '../actors/outcome-of.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { idsIn, type Acquaintance } from './acquaintance.ts'
import type { HeardCall } from './heard-call.ts'
import type { Known, Step, Stepping } from './known.ts'
import { stoodIn, withTypes } from './standing.ts'
import type { StepParts } from './take-step.ts'

/** How what stood before comes to be known: somebody reads it. */
export interface Admission {
  /** What is known once an account of which nobody knows where it is read its organization; undefined where that is not so. */
  readonly admitted: (stepping: Stepping) => Known | undefined
  /** the step, with what its answer told of whatever stood before */
  readonly readBehind: (step: Step, stepping: Stepping) => Step
}

/** Nobody is admitted yet. */
export function openAdmission(parts: StepParts, acquaintance: Acquaintance): Admission {
  const admitted: Admission['admitted'] = ({ known, heard, at }) => {
    const { account: caller } = heard
    if (!acquaintance.isStranger(caller)) return undefined
    const outcome = readAs('getOrganization', heard, parts)
    if (outcome === undefined) return undefined
    if (isOutside(parts.vendor, outcome)) {
      acquaintance.meet(caller)
      return known
    }
    if (outcome.kind !== 'done') return undefined
    const { newId } = parts.asking
    const [rules] = parts.believed
    const told = outcome.value
    const stood = rules && stoodIn(known, { caller, told }, { newId, rules, at })
    if (stood === undefined) return undefined
    for (const id of [caller, told.id]) acquaintance.meet(id)
    return { ...known, ...stood }
  }
  return {
    admitted,
    readBehind: (step, { heard }) => {
      const { known } = step
      const { reply } = heard.interaction
      if (known?.standing === undefined || heard.spoiled || reply.kind !== 'output') return step
      acquaintance.show(idsIn(reply.output))
      const outcome = readAs('listRoots', heard, parts)
      const [root] = outcome?.kind === 'done' ? outcome.value.items : []
      const [rules] = parts.believed
      return root === undefined || rules === undefined ? step : { ...step, known: { ...known, ...withTypes({...known, standing: known.standing}, root, rules) } }
    },
  }
}

/** What a call came to as one of a verb; undefined where it was none, or was none of the service's. */
const readAs = <V extends Verb>(
  verb: V,
  { operation, spoiled, interaction }: HeardCall,
  { readings, vendor }: StepParts,
): Outcome<Result<V>> | undefined => {
  const meant = spoiled ? undefined : readings.get(operation)?.find((one) => one.verb === verb)
  const row = meant?.row as DialectRow<V> | undefined
  return row && outcomeOf({ vendor }, interaction, (output) => row.result.read(output))
}

const isOutside = ({ refusals }: Vendor, outcome: Outcome<unknown>): boolean => {
  if (outcome.kind !== 'refused') return false
  const fitting = answersTo(refusals, 'notInOrganization', outcome.operation) ?? []
  return fitting.some(({ code }) => code === outcome.reply.code)
}
