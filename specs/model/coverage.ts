import type { Instant } from '../vocabulary/nouns.ts'
import type { Rules } from './rules.ts'
import type { AttachmentRecord, OrganizationRecord } from './world.ts'

/** Which nodes need the built-in policy, from when on. */
export interface Covering {
  readonly nodes: readonly string[]
  readonly since: Instant
}

/**
 * The organization with the built-in policy attached to the nodes. Nothing changes while
 * the policy's type is disabled, or when the vendor has no such policy.
 */
export function cover(
  organization: OrganizationRecord,
  { builtinPolicy }: Rules,
  { nodes, since }: Covering,
): OrganizationRecord {
  if (!builtinPolicy || organization.types.get(builtinPolicy.type)?.enabled !== true)
    return organization
  const attachments = new Map<string, readonly AttachmentRecord[]>(organization.attachments)
  for (const node of nodes) {
    const there = attachments.get(node) ?? []
    attachments.set(node, [...there, { policy: builtinPolicy.id, since }])
  }
  return { ...organization, attachments }
}
