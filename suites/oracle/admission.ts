import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Organization } from '../../specs/vocabulary/verbs.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { idsIn, type Acquaintance } from './acquaintance.ts'
import type { HeardCall } from './heard-call.ts'
import type { Known, Step, Stepping } from './known.ts'
import { valueAs, outcomeAs } from './outcome-as.ts'
import { stoodIn, withAccounts, withTypes, type Stood } from './standing.ts'
import type { StepParts } from './take-step.ts'

/** How what stood before comes to be known: somebody reads it. */
export interface Admission {
  /** What is known once an account of which nobody knows where it is read its organization; undefined where that is not so. */
  readonly admitted: (stepping: Stepping) => Known | undefined
  /** the step, with what its answer told of whatever stood before */
  readonly readBehind: (step: Step, heard: HeardCall) => Step
}

/** Nobody is admitted yet, of the accounts that are given. */
export function openAdmission(
  parts: StepParts,
  acquaintance: Acquaintance,
  given: readonly string[],
): Admission {
  const { isStranger, meet } = acquaintance
  return {
    admitted: (stepping) => {
      const { known, heard } = stepping
      if (!isStranger(heard.account)) return undefined
      const outcome = outcomeAs('getOrganization', heard, parts)
      if (outcome?.kind === 'done') return entered(outcome.value, stepping, { parts, meet })
      if (!isOutside(parts.vendor, outcome)) return undefined
      meet(heard.account)
      return known
    },
    readBehind: (step, heard) => {
      const { known } = step
      const { reply } = heard.interaction
      if (reply.kind === 'output') acquaintance.show(idsIn(reply.output))
      const stood = known && stoodFor(known, heard)
      if (stood === undefined) return step
      const [rules] = parts.believed
      const [root] = valueAs('listRoots', heard, parts)?.items ?? []
      const listed = membersIn(heard, parts)
      const members = given.filter((id) => listed.includes(id) && isStranger(id))
      members.forEach(meet)
      const told = root ? withTypes(stood, root, rules) : stood
      return { ...step, known: { ...stood, ...withAccounts(told, members, rules) } }
    },
  }
}

interface Admitting extends Pick<Acquaintance, 'meet'> {
  readonly parts: StepParts
}

const entered = (
  told: Organization,
  { known, heard: { account: caller }, at }: Stepping,
  { parts, meet }: Admitting,
): Known | undefined => {
  const [rules] = parts.believed
  const stood = stoodIn(known, { caller, told }, { ...parts.asking, rules, at })
  if (stood === undefined) return undefined
  for (const id of [caller, told.id]) meet(id)
  return { ...known, ...stood }
}

/** The organization that stood before, where somebody calls who is in it. */
const stoodFor = (known: Known, { account }: HeardCall): (Known & Stood) | undefined => {
  const { world, standing } = known
  const isInside = world.accounts.get(account)?.organization === standing?.organization
  return standing !== undefined && isInside ? { ...known, standing } : undefined
}

/** The accounts that an answer shows to be members. */
const membersIn = (heard: HeardCall, parts: StepParts): readonly string[] => {
  const one = valueAs('getAccount', heard, parts)
  const all = valueAs('listAccounts', heard, parts)?.items ?? []
  return [...(one ? [one] : []), ...all].map(({ id }) => id)
}

const isOutside = ({ refusals }: Vendor, outcome: Outcome<unknown> | undefined): boolean => {
  if (outcome?.kind !== 'refused') return false
  const fitting = answersTo(refusals, 'notInOrganization', outcome.operation) ?? []
  return fitting.some(({ code }) => code === outcome.reply.code)
}
