import type { Instant, JoinMethod, Tag } from '../vocabulary/nouns.ts'
import { cover } from './coverage.ts'
import { withEntry, withoutKeys } from './entries.ts'
import type { Rules } from './rules.ts'
import type { OrganizationRecord } from './world.ts'

/** How an account comes into an organization. */
export interface Joining {
  readonly account: string
  readonly joinedBy: JoinMethod
  readonly joinedAt: Instant
  readonly tags: readonly Tag[]
  readonly name?: string
  readonly notes?: string
}

/**
 * The organization with one account more, in its root, under the built-in policy.
 */
export function admit(
  organization: OrganizationRecord,
  rules: Rules,
  joining: Joining,
): OrganizationRecord {
  const { tags, ...membership } = joining
  const { account, joinedAt } = membership
  const member = { ...membership, parent: organization.root }
  const larger = { ...organization, members: withEntry(organization.members, account, member) }
  const tagged =
    tags.length === 0 ? larger : { ...larger, tags: withEntry(larger.tags, account, tags) }
  return cover(tagged, rules, { nodes: [account], since: joinedAt })
}

/** The organization without the account, its attachments and its tags. */
export function dismiss(organization: OrganizationRecord, account: string): OrganizationRecord {
  return {
    ...organization,
    members: withoutKeys(organization.members, account),
    attachments: withoutKeys(organization.attachments, account),
    tags: withoutKeys(organization.tags, account),
  }
}
