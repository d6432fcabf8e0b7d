import { refused, type Refused } from '../../../model/decision.ts'
import type { OrganizationRecord } from '../../../model/world.ts'
import { member, record, type Lens } from '../../../vendor/lens.ts'
import type { FeatureTitle } from '../../../vendor/own-operation.ts'
import type { Home } from '../../../vocabulary/nouns.ts'
import { inOrganization, located } from '../dialect/arn.ts'
import { beside } from '../dialect/policy-structures.ts'

/** The organization's own policy: which accounts may do what in its name. */
export interface ResourcePolicy {
  readonly id: string
  readonly content?: string
  readonly home?: Home
}

type Summary = Omit<ResourcePolicy, 'content'>

const summary: Lens<Summary> = located<Summary>(
  record<{ readonly id: string }>({ id: member('Id') }, ['id']),
  inOrganization('resourcepolicy'),
)

/** The resource policy, with its document or without. */
export const resourcePolicy: Lens<ResourcePolicy> = beside<ResourcePolicy>(
  'ResourcePolicySummary',
  summary,
  ['summary'],
)

export const resourcePolicyWithContent: Lens<ResourcePolicy> = beside<ResourcePolicy>(
  'ResourcePolicySummary',
  summary,
  ['summary', 'content'],
)

/** What the three operations on it make up. */
export const resourcePolicies: FeatureTitle<'resource-policy'> = {
  id: 'resource-policy',
  title: 'The organization has a resource policy of its own',
}

/** What an organization shows of its policy. */
export function showResourcePolicy(
  { id: organization, management }: OrganizationRecord,
  { id, content }: { readonly id: string; readonly content: string },
): ResourcePolicy {
  return { id, content, home: { organization, management } }
}

/** The refusal where the organization has no policy of its own. */
export function noResourcePolicy(): Refused {
  return refused('resourcePolicyNotFound', 'the organization has no resource policy')
}
