import type { Feature } from '../../specs/vendor/feature.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { ownSays } from './own/own-words.ts'

/** A part of what a vendor offers in which commands meet each other. */
export interface Area {
  readonly id: string
  readonly features: readonly Feature[]
  /** how often a verb is said of its own accord, beside the others; what they need is said besides */
  readonly says: Readonly<Partial<Record<Verb, number>>>
  readonly looks: readonly Verb[]
  /** of which units, policies and accounts something is said of its own accord; of any unless said */
  readonly about?: readonly string[]
}

const members: readonly Verb[] = ['getAccount', 'listAccounts', 'getOrganization']

/** The areas, each with the words that it is about. */
const neutral: readonly Area[] = [
  {
    id: 'tree',
    features: ['units', 'tree', 'account-move'],
    says: {
      createUnit: 4,
      deleteUnit: 4,
      renameUnit: 3,
      moveAccount: 5,
      removeAccount: 1,
    },
    looks: ['getUnit', 'listUnits', 'listChildren', 'listParents', 'listAccountsIn', ...members],
  },
  {
    id: 'membership',
    features: ['invitations', 'member-removal', 'organizations'],
    says: {
      inviteAccount: 4,
      acceptInvitation: 5,
      declineInvitation: 2,
      cancelInvitation: 3,
      removeAccount: 4,
      leaveOrganization: 3,
      createAccount: 1,
      closeAccount: 1,
      createOrganization: 1,
      deleteOrganization: 1,
    },
    looks: [
      'getInvitation',
      'listSentInvitations',
      'listReceivedInvitations',
      'listAccountsIn',
      'listAccountCreations',
      ...members,
    ],
  },
  {
    id: 'policies',
    features: ['policies', 'policy-types', 'policy-attachment'],
    says: {
      createPolicy: 3,
      updatePolicy: 3,
      deletePolicy: 3,
      attachPolicy: 7,
      detachPolicy: 4,
      enablePolicyType: 1,
      disablePolicyType: 2,
      deleteUnit: 1,
      removeAccount: 1,
      moveAccount: 2,
      getEffectivePolicy: 3,
    },
    looks: [
      'listRoots',
      'getPolicy',
      'listPolicies',
      'listPoliciesOn',
      'listTargetsOf',
      'getEffectivePolicy',
    ],
  },
  {
    id: 'services',
    features: ['trusted-services', 'delegated-administrators'],
    says: {
      enableServiceAccess: 2,
      disableServiceAccess: 2,
      registerDelegate: 5,
      deregisterDelegate: 4,
      removeAccount: 2,
      leaveOrganization: 1,
      deleteOrganization: 1,
    },
    looks: ['listTrustedServices', 'listDelegates', 'listDelegations'],
  },
  {
    id: 'tags',
    features: ['tags'],
    says: {
      tagResource: 7,
      untagResource: 4,
      createUnit: 1,
      renameUnit: 2,
      updatePolicy: 1,
      deleteUnit: 2,
      deletePolicy: 2,
      removeAccount: 2,
      moveAccount: 1,
    },
    looks: ['listTags'],
    about: ['unit A', 'policy P', 'ann'],
  },
  { id: 'endpoints', features: ['endpoint-access'], says: {}, looks: [] },
]

/** The areas, with the words in them that one vendor alone has. */
export const areas: readonly Area[] = neutral.map((area) => ({
  ...area,
  says: { ...area.says, ...ownSays(area.id) },
}))

/** What is about several things is about all of them at once. */
export function joined(id: string, all: readonly Area[]): Area {
  return {
    id,
    features: all.flatMap(({ features }) => features),
    says: Object.assign({}, ...all.map(({ says }) => says)),
    looks: [...new Set(all.flatMap(({ looks }) => looks))],
  }
}
