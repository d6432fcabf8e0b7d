import { words, type Words } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'

/** The vendor's word for each of ours; values that no table of the document lists are marked. */

export const policyType: Words<'control' | 'tag'> = words({
  control: 'service_control_policy',
  tag: 'tag_policy',
})

/** Only `enabled` is attested (lines 798, 3880). */
export const typeStatus: Words<noun.TypeStatus> = words({
  enabled: 'enabled',
  enabling: 'enabling',
  disabling: 'disabling',
})

export const accountStatus: Words<noun.AccountStatus> = words({
  active: 'active',
  suspended: 'suspended',
  closing: 'pending_closure',
})

/** Only `invited` is attested (line 1377). */
export const joinMethod: Words<noun.JoinMethod> = words({ invited: 'invited', created: 'created' })

/** Only `in_progress` is attested; the others are the vendor's own client's. */
export const creationState: Words<noun.CreationState> = words({
  running: 'in_progress',
  succeeded: 'succeeded',
  failed: 'failed',
})

/** No cause of a failure is documented: this is the embedded endpoint's word. */
export const creationFailure: Words<string> = words<string>({
  'email-taken': 'email_already_exists',
})

export const invitationState: Words<Exclude<noun.InvitationState, 'requested'>> = words({
  open: 'pending',
  accepted: 'accepted',
  cancelled: 'cancelled',
  declined: 'declined',
  expired: 'expired',
})

export const partyKind: Words<'account' | 'name'> = words({ account: 'account', name: 'name' })

export const nodeKind: Words<noun.NodeKind> = words({
  root: 'root',
  unit: 'organizational_unit',
  account: 'account',
})
