import { refused } from '../../specs/model/decision.ts'
import type { Rules } from '../../specs/model/rules.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { withRules, type Alter } from './alter-decide.ts'
import { organizationOf } from './doctored-world.ts'

/** A verb that takes room in an organization, the number that says how much there is, and the refusal beyond it. */
export interface Taking {
  readonly verb: 'createUnit' | 'createPolicy' | 'inviteAccount'
  readonly limit: LimitName
  readonly refusal: RefusalName
  /** what counts from the start */
  readonly standing: number
}

/** Units take room. */
export const takingUnits: Taking = {
  verb: 'createUnit',
  limit: 'unitsPerOrganization',
  refusal: 'unitCountExceeded',
  standing: 0,
}

/** Policies take room; so does the one that stands by itself, where there is one. */
export const takingPolicies: Taking = {
  verb: 'createPolicy',
  limit: 'policiesPerType',
  refusal: 'policyCountExceeded',
  standing: 0,
}

/** Accounts take room as soon as they are invited; so does the one that founds. */
export const takingAccounts: Taking = {
  verb: 'inviteAccount',
  limit: 'accountsPerOrganization',
  refusal: 'accountCountExceeded',
  standing: 1,
}

const quotas = [takingUnits, takingPolicies, takingAccounts].map(({ limit }) => limit)

/** Decides with other numbers, made of the right ones. */
export function withQuotas(change: (right: number) => number): Alter {
  const changed = (limits: Rules['limits']): Rules['limits'] =>
    Object.fromEntries(
      quotas.flatMap((name) => {
        const right = limits[name]
        return right === undefined ? [] : [[name, change(right)]]
      }),
    )
  return withRules(({ limits }) => ({ limits: { ...limits, ...changed(limits) } }))
}

/** Counts whatever was made in an organization since it stands: what is gone makes no room. */
export function neverForgetting({ verb, limit, refusal, standing }: Taking): Alter {
  return ({ decide }) => {
    const counts = new Map<string | undefined, number>()
    return {
      decide: (world, command, context) => {
        const decision = decide(world, command, context)
        if (command.verb !== verb || decision.kind === 'refused') return decision
        const id = organizationOf({ world, command, context, decide })?.id
        const count = counts.get(id) ?? standing
        if (count >= (context.rules.limits[limit] ?? Infinity))
          return refused(refusal, `target: ${count} were made`)
        counts.set(id, count + 1)
        return decision
      },
    }
  }
}

/** The names of the faults that show where an organization is filled, and nowhere else. */
export const quotaFaults: readonly string[] = [
  'account-quota-ignored',
  'deleted-policies-count',
  'deleted-units-count',
  'departed-accounts-count',
  'full-organization-creates',
  'half-the-room',
  'policy-quota-ignored',
  'quotas-one-off',
  'unit-quota-ignored',
]
