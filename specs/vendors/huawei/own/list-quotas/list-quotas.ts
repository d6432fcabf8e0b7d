import { within } from '../../../../model/callers.ts'
import { done, type Decision, type Inside } from '../../../../model/decision.ts'
import {
  integer,
  member,
  nothing,
  record,
  words,
  wrapped,
  type Lens,
  type Words,
} from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Open, Page } from '../../../../vocabulary/nouns.ts'
import { unpaged } from '../../dialect/arguments.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** how much an organization may have and has */
    listQuotas: Own<'quotas', Nothing, Page<Quota>>
  }
}

type Counted = 'account' | 'unit' | 'policy'

/** How much of something an organization may have and has. */
interface Quota {
  readonly kind: Open<Counted>
  readonly limit: number
  readonly used: number
}

const quotaKind: Words<Counted> = words({
  account: 'account',
  unit: 'organizational_unit',
  policy: 'policy',
})

const quotaMembers: Lens<Quota> = record<Quota>(
  {
    kind: member('type', quotaKind),
    limit: member('quota', integer),
    used: member('used', integer),
  },
  ['kind', 'limit', 'used'],
)

/** What `min` and `max` mean beside `quota` is not documented: the embedded endpoint's reading. */
const quota: Lens<Quota> = {
  write: (value) => ({ ...(quotaMembers.write(value) as object), min: 0, max: value.limit }),
  read: (json) => quotaMembers.read(json),
}

/** What is not limited has no quota. */
const quotasOf = ({ organization, rules }: Inside): Decision<Page<Quota>> => {
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

/** How much an organization may have and has. */
export const listQuotas: OwnOperation<'listQuotas'> = {
  verb: 'listQuotas',
  feature: {
    id: 'quotas',
    title: 'The organization tells its quotas and what is used of them',
  },
  row: {
    operation: 'ListOrganizationsQuotas',
    args: nothing,
    result: wrapped('quotas', unpaged('resources', quota)),
  },
  rule: within(quotasOf),
  template: {
    caller: 'management',
    resources: ['organization'],
    input: {},
    yields: ['/quotas/resources'],
    writes: false,
  },
}
