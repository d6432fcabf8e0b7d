/** The names of the limits the model and the scenarios know. */
export const limitNames = [
  'unitDepth',
  'unitsPerOrganization',
  'accountsPerOrganization',
  'policiesPerType',
  'controlPoliciesPerTarget',
  'otherPoliciesPerTarget',
  'controlPolicyContent',
  'otherPolicyContent',
  'tagsPerResource',
  'pageSizeMax',
  'pageSizeDefault',
  'invitationDays',
  'invitationVisibleDays',
  'createdAccountWaitDays',
  'closableAccounts',
  'delegatesPerService',
] as const

export type LimitName = (typeof limitNames)[number]
