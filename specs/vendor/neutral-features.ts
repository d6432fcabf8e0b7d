import type { NeutralVerb } from '../vocabulary/verbs.ts'

interface FeatureEntry {
  readonly title: string
  /** none where the feature is one of the protocol */
  readonly verbs: readonly NeutralVerb[]
}

const rows = {
  organizations: {
    title: 'Organizations are founded, described and dissolved',
    verbs: ['createOrganization', 'deleteOrganization', 'getOrganization', 'listRoots'],
  },
  units: {
    title: 'Units are created, described, listed and deleted',
    verbs: ['createUnit', 'deleteUnit', 'getUnit', 'listUnits'],
  },
  'unit-rename': {
    title: 'Units are renamed',
    verbs: ['renameUnit'],
  },
  tree: {
    title: 'The tree is walked from parent to child and back',
    verbs: ['listChildren', 'listParents'],
  },
  'account-creation': {
    title: 'Accounts are created as members, and the creation is followed',
    verbs: ['createAccount', 'getAccountCreation', 'listAccountCreations'],
  },
  'account-listing': {
    title: 'Accounts are described and listed, for the organization and by parent',
    verbs: ['getAccount', 'listAccounts', 'listAccountsIn'],
  },
  'account-move': {
    title: 'Accounts move between units',
    verbs: ['moveAccount'],
  },
  'account-closing': {
    title: 'Member accounts are closed',
    verbs: ['closeAccount'],
  },
  'member-removal': {
    title: 'The management account removes members',
    verbs: ['removeAccount'],
  },
  'member-leave': {
    title: 'Members leave by themselves',
    verbs: ['leaveOrganization'],
  },
  invitations: {
    title: 'Accounts are invited, and answer',
    verbs: [
      'inviteAccount',
      'acceptInvitation',
      'declineInvitation',
      'cancelInvitation',
      'getInvitation',
      'listReceivedInvitations',
      'listSentInvitations',
    ],
  },
  policies: {
    title: 'Policies are written, changed, read and deleted',
    verbs: ['createPolicy', 'updatePolicy', 'deletePolicy', 'getPolicy', 'listPolicies'],
  },
  'policy-types': {
    title: 'Policy types are switched on and off',
    verbs: ['enablePolicyType', 'disablePolicyType'],
  },
  'policy-attachment': {
    title: 'Policies are attached to the root, units and accounts',
    verbs: ['attachPolicy', 'detachPolicy', 'listPoliciesOn', 'listTargetsOf'],
  },
  'effective-policy': {
    title: 'The policy that results for an account is told',
    verbs: ['getEffectivePolicy'],
  },
  'trusted-services': {
    title: 'Services are trusted across the organization',
    verbs: ['enableServiceAccess', 'disableServiceAccess', 'listTrustedServices'],
  },
  'delegated-administrators': {
    title: 'Members administer a service for the organization',
    verbs: ['registerDelegate', 'deregisterDelegate', 'listDelegates', 'listDelegations'],
  },
  tags: {
    title: 'Accounts, units, roots and policies carry tags',
    verbs: ['tagResource', 'untagResource', 'listTags'],
  },
  signatures: {
    title: 'Requests are signed, and signatures are checked',
    verbs: [],
  },
  'feature-sets': {
    title: 'Organizations are founded with some features or with all',
    verbs: [],
  },
  'join-methods': {
    title: 'Accounts say how they joined',
    verbs: [],
  },
  'page-tokens': {
    title: 'Lists hand out tokens for their further pages',
    verbs: [],
  },
  'unit-pages': {
    title: 'Lists of units have pages',
    verbs: [],
  },
  'email-invitations': {
    title: 'Accounts are invited by their e-mail address',
    verbs: [],
  },
  'invitation-filters': {
    title: 'Lists of invitations are filtered',
    verbs: [],
  },
  'counted-invitations': {
    title: 'Open invitations count as accounts',
    verbs: [],
  },
  'vanishing-invitations': {
    title: 'Invitations that have ended vanish after some days',
    verbs: [],
  },
  'move-source': {
    title: 'Moves name where the account stands',
    verbs: [],
  },
  'reserved-tag-keys': {
    title: 'Some tag keys are reserved for the vendor',
    verbs: [],
  },
  'reserved-roles': {
    title: 'Some role names are reserved for the vendor',
    verbs: [],
  },
  'waiting-period': {
    title: 'Created accounts wait before they go',
    verbs: [],
  },
  'delegate-limit': {
    title: 'A service has a limited number of delegated administrators',
    verbs: [],
  },
  'own-effective-policy': {
    title: 'An account reads its own effective policy without naming itself',
    verbs: [],
  },
  'effect-refusals': {
    title: 'Where no policy is in effect asking for it is refused',
    verbs: [],
  },
  'available-types': {
    title: 'The organization names the policy types that it can use',
    verbs: [],
  },
  'children-by-kind': {
    title: 'Children are asked for by their kind, and tell it',
    verbs: [],
  },
  'strict-trust': {
    title: 'Trust that changes nothing, or that is needed, is refused',
    verbs: [],
  },
} as const satisfies Readonly<Record<string, FeatureEntry>>

/** The name of a feature that more than one vendor may offer. */
export type NeutralFeature = keyof typeof rows

/** What more than one vendor may offer as a whole or not at all, each with the verbs it consists of. */
export const neutralFeatures: Readonly<Record<NeutralFeature, FeatureEntry>> = rows
