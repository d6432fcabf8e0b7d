import type { EnforcedService, Quota } from '../vocabulary/further-verbs.ts'
import type { Page } from '../vocabulary/nouns.ts'
import { done, type Decision, type Inside } from './decision.ts'

/** The services that can be trusted. */
export function listServices({ rules }: Inside): Decision<Page<string>> {
  return done({ items: rules.services })
}

/** The resource types that tag policies can be held against. */
export function listEnforcedServices({ rules }: Inside): Decision<Page<EnforcedService>> {
  return done({ items: rules.enforcements })
}

/** How much an organization may have and has; what is not limited has no quota. */
export function listQuotas({ organization, rules }: Inside): Decision<Page<Quota>> {
  const { accountsPerOrganization, unitsPerOrganization, policiesPerType } = rules.limits
  const rows = [
    { kind: 'account', limit: accountsPerOrganization, used: organization.members.size },
    { kind: 'unit', limit: unitsPerOrganization, used: organization.units.size },
    { kind: 'policy', limit: policiesPerType, used: organization.policies.size },
  ] as const
  const items = rows.flatMap(({ kind, limit, used }) =>
    limit === undefined ? [] : [{ kind, limit, used }],
  )
  return done({ items })
}
