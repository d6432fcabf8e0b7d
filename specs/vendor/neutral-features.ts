import type { NeutralVerb } from '../vocabulary/verbs.ts'
import { mannerFeatures, type MannerFeature } from './manner-features.ts'

interface FeatureEntry {
  readonly title: string
  /** none where the feature is one of the protocol */
  readonly verbs: readonly NeutralVerb[]
}

const names = [
  'organizations',
  'units',
  'unit-rename',
  'tree',
  'account-creation',
  'account-listing',
  'account-move',
  'account-closing',
  'member-removal',
  'member-leave',
  'invitations',
  'policies',
  'policy-types',
  'policy-attachment',
  'effective-policy',
  'trusted-services',
  'delegated-administrators',
  'tags',
] as const

/** The name of a feature that more than one vendor may offer. */
export type NeutralFeature = (typeof names)[number] | MannerFeature

/** What more than one vendor may offer as a whole or not at all, each with the verbs it consists of. */
export const neutralFeatures: Readonly<Record<NeutralFeature, FeatureEntry>> = {
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
  ...mannerFeatures,
}
