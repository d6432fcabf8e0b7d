import type { DialectRow } from '../../specs/vendor/dialect.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Organization, Result, Verb } from '../../specs/vocabulary/verbs.ts'
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
  readonly readBehind: (step: Step, heard: HeardCall) => Step
}

/** Nobody is admitted yet. */
export function openAdmission(parts: StepParts, acquaintance: Acquaintance): Admission {
  const { isStranger, meet, show } = acquaintance
  const enter = (told: Organization, { known, heard, at }: Stepping): Known | undefined => {
    const { account: caller } = heard
    const stood = stoodIn(
      known,
      { caller, told },
      { ...parts.asking, rules: parts.believed[0], at },
    )
    if (stood === undefined) return undefined
    for (const id of [caller, told.id]) meet(id)
    return { ...known, ...stood }
  }
  return {
    admitted: (stepping) => {
      const { known, heard } = stepping
      const outcome = isStranger(heard.account) && readAs('getOrganization', heard, parts)
      if (outcome === false || outcome === undefined) return undefined
      if (outcome.kind === 'done') return enter(outcome.value, stepping)
      if (!isOutside(parts.vendor, outcome)) return undefined
      meet(heard.account)
      return known
    },
    readBehind: (step, heard) => {
      const { reply } = heard.interaction
      if (reply.kind === 'output') show(idsIn(reply.output))
      return { ...step, known: step.known && withRoot(step.known, heard, parts) }
    },
  }
}

/** What is known once the root was read. */
const withRoot = ({ standing, ...known }: Known, heard: HeardCall, parts: StepParts): Known => {
  if (standing === undefined) return known
  const outcome = readAs('listRoots', heard, parts)
  const [root] = outcome?.kind === 'done' ? outcome.value.items : []
  const { world } = known
  return {
    ...known,
    ...(root ? withTypes({ world, standing }, root, parts.believed[0]) : { standing }),
  }
}

/** What a call came to as one of a verb; undefined where it was none. */
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
