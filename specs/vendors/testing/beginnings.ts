import { waits } from './ages.ts'
import type { Scope } from './scope.ts'
import type { Event } from './state.ts'

/** Where a walk begins to come to what is far from nowhere, too: as far as the vendor has the verbs for it. */
export function beginnings(scope: Scope): readonly (readonly Event[])[] {
  return [[], joined(scope), delegated(scope), created(scope)].filter((events) =>
    events.every((event) => 'wait' in event || scope.verbs.has(event.verb)),
  )
}

/** An account has joined an organization. */
export function joined({ callers: [owner = '', guest = ''] }: Scope): readonly Event[] {
  const target = { kind: 'account', id: guest } as const
  return [
    { caller: owner, verb: 'createOrganization', args: {} },
    { caller: owner, verb: 'inviteAccount', args: { target } },
    { caller: guest, verb: 'acceptInvitation', args: { invitation: 'invitation-3' } },
  ]
}

/** The account that has joined looks after a service. */
export function delegated(scope: Scope): readonly Event[] {
  const {
    callers: [owner = '', guest = ''],
    values: { service },
  } = scope
  return [
    ...joined(scope),
    { caller: owner, verb: 'enableServiceAccess', args: { service } },
    { caller: owner, verb: 'registerDelegate', args: { account: guest, service } },
  ]
}

/** An account was created, and is there by now. */
export function created({ callers: [caller = ''] }: Scope): readonly Event[] {
  return [
    { caller, verb: 'createOrganization', args: {} },
    { caller, verb: 'createAccount', args: { name: 'Made', email: 'made@example.org' } },
    ...waits.map((wait) => ({ wait })),
  ]
}
