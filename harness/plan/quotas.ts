import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Target } from '../../suites/client/target.ts'
import type { Leftover, PlannedWrite, QuotaUse } from './plan.ts'
import type { Standing } from './standing.ts'

interface QuotaParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly leftovers: readonly Leftover[]
  readonly writes: readonly PlannedWrite[]
  readonly standing?: Standing
}

/** What each kind of thing that is made counts against, and where it is counted already. */
const counted: readonly (readonly [Verb, LimitName, keyof Standing | undefined])[] = [
  ['createUnit', 'unitsPerOrganization', undefined],
  ['createPolicy', 'policiesPerType', 'policies'],
  ['inviteAccount', 'accountsPerOrganization', 'accounts'],
]

/** How much of its quotas a run uses at most at a time. */
export function quotasOf({
  vendor,
  target,
  leftovers,
  writes,
  standing,
}: QuotaParts): readonly QuotaUse[] {
  return counted.flatMap(([verb, limit, kind]) => {
    const operation = vendor.dialect[verb]?.operation
    const standingMost = Math.max(
      0,
      ...leftovers.flatMap((one) => (one.operation === operation ? one.most : [])),
    )
    // what nothing takes back adds up
    const more = standingMost + (verb === 'inviteAccount' ? createdIn(vendor, writes) : 0)
    if (more === 0) return []
    const stands = kind === undefined ? undefined : standing?.[kind]
    const room = roomOf(vendor, target, limit)
    return [
      {
        limit,
        more,
        ...(typeof stands === 'number' && { standing: stands }),
        ...(room !== undefined && { room }),
      },
    ]
  })
}

const createdIn = ({ dialect }: Vendor, writes: readonly PlannedWrite[]): number =>
  writes
    .filter(({ operation }) => operation === dialect.createAccount?.operation)
    .reduce((sum, { expected }) => sum + expected, 0)

/** What the target states, else what its vendor publishes. */
const roomOf = (
  { profile }: Vendor,
  { limits }: Target,
  name: LimitName,
): number | null | undefined => {
  const stated = limits[name]
  return stated === undefined ? profile.limits[name]?.value : stated
}
