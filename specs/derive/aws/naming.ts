/** Names and addresses that a page uses without showing them. Keys are `Owner.Member` of one place of use. */
export interface Naming {
  /** The API's address; public knowledge, the page says nothing about HTTP. */
  readonly server: string
  readonly enums: Readonly<Record<string, string>>
  readonly structures: Readonly<Record<string, string>>
  /** The shape in whose description the page breaks off; none when the page is whole. */
  readonly cutAt: string | undefined
}

/** The names of AWS Organizations 2016-11-28 as its public clients spell them. */
export const awsNaming: Naming = {
  server: 'https://organizations.us-east-1.amazonaws.com',
  enums: {
    'Account.JoinedMethod': 'AccountJoinedMethod',
    'Account.Status': 'AccountStatus',
    'Child.Type': 'ChildType',
    'CreateAccountRequest.IamUserAccessToBilling': 'IAMUserAccessToBilling',
    'CreateAccountStatus.FailureReason': 'CreateAccountFailureReason',
    'CreateAccountStatus.State': 'CreateAccountState',
    'EffectivePolicy.PolicyType': 'EffectivePolicyType',
    'Handshake.Action': 'ActionType',
    'Handshake.State': 'HandshakeState',
    'HandshakeParty.Type': 'HandshakePartyType',
    'HandshakeResource.Type': 'HandshakeResourceType',
    'Organization.FeatureSet': 'OrganizationFeatureSet',
    'Parent.Type': 'ParentType',
    'PolicySummary.Type': 'PolicyType',
    'PolicyTargetSummary.Type': 'TargetType',
    'PolicyTypeSummary.Status': 'PolicyTypeStatus',
  },
  structures: {
    'Handshake.Resources': 'HandshakeResource',
    'Organization.AvailablePolicyTypes': 'PolicyTypeSummary',
    'ResourcePolicy.ResourcePolicySummary': 'ResourcePolicySummary',
  },
  cutAt: 'DuplicateHandshakeException',
}
