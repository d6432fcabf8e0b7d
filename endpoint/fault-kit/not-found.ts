import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'

/** The refusals that say that something is not there. */
export const notFound: ReadonlySet<RefusalName> = new Set<RefusalName>([
  'unitNotFound',
  'parentNotFound',
  'childNotFound',
  'sourceParentNotFound',
  'destinationParentNotFound',
  'rootNotFound',
  'accountNotFound',
  'creationNotFound',
  'invitationNotFound',
  'policyNotFound',
  'targetNotFound',
  'effectivePolicyNotFound',
  'resourcePolicyNotFound',
  'tagTargetNotFound',
  'tagNotFound',
  'endpointNotFound',
])
