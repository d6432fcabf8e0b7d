import { words, type Words } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'

type DetailKind =
  | 'account'
  | 'organization'
  | 'features'
  | 'email'
  | 'management-email'
  | 'management-name'
  | 'notes'
  | 'parent-invitation'

/** The vendor's word for each of ours; one lens per enum of the document. */

export const featureSet: Words<noun.FeatureSet> = words({
  all: 'ALL',
  billing: 'CONSOLIDATED_BILLING',
})

export const policyType: Words<noun.PolicyType> = words({
  control: 'SERVICE_CONTROL_POLICY',
  tag: 'TAG_POLICY',
  backup: 'BACKUP_POLICY',
  'ai-opt-out': 'AISERVICES_OPT_OUT_POLICY',
  chat: 'CHATBOT_POLICY',
})

export const typeStatus: Words<noun.TypeStatus> = words({
  enabled: 'ENABLED',
  enabling: 'PENDING_ENABLE',
  disabling: 'PENDING_DISABLE',
})

export const accountStatus: Words<noun.AccountStatus> = words({
  active: 'ACTIVE',
  suspended: 'SUSPENDED',
  closing: 'PENDING_CLOSURE',
})

export const joinMethod: Words<noun.JoinMethod> = words({
  invited: 'INVITED',
  created: 'CREATED',
})

export const creationState: Words<noun.CreationState> = words({
  running: 'IN_PROGRESS',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
})

export const invitationState: Words<noun.InvitationState> = words({
  requested: 'REQUESTED',
  open: 'OPEN',
  cancelled: 'CANCELED',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  expired: 'EXPIRED',
})

export const action: Words<noun.Action> = words({
  invite: 'INVITE',
  'enable-all': 'ENABLE_ALL_FEATURES',
  'approve-all': 'APPROVE_ALL_FEATURES',
  'link-role': 'ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE',
})

export const partyKind: Words<Exclude<noun.PartyKind, 'name'>> = words({
  account: 'ACCOUNT',
  organization: 'ORGANIZATION',
  email: 'EMAIL',
})

export const detailKind: Words<DetailKind> = words({
  account: 'ACCOUNT',
  organization: 'ORGANIZATION',
  features: 'ORGANIZATION_FEATURE_SET',
  email: 'EMAIL',
  'management-email': 'MASTER_EMAIL',
  'management-name': 'MASTER_NAME',
  notes: 'NOTES',
  'parent-invitation': 'PARENT_HANDSHAKE',
})

export const childKind: Words<'unit' | 'account'> = words({
  unit: 'ORGANIZATIONAL_UNIT',
  account: 'ACCOUNT',
})

/** Parents, children and targets: each vendor enum is a subset of these. */
export const nodeKind: Words<noun.NodeKind> = words({
  root: 'ROOT',
  unit: 'ORGANIZATIONAL_UNIT',
  account: 'ACCOUNT',
})

export const billingAccess: Words<'allow' | 'deny'> = words({ allow: 'ALLOW', deny: 'DENY' })

/** Why a creation failed. The model knows one cause; the others travel in the vendor's words. */
export const creationFailure: Words<string> = words<string>({
  'email-taken': 'EMAIL_ALREADY_EXISTS',
  'no-room': 'ACCOUNT_LIMIT_EXCEEDED',
})
