import { isVisible } from '../../model/invitation-state.ts'
import type { Args } from '../../vocabulary/verbs.ts'
import type { Known } from './known.ts'
import { pages, type Sayings } from './sayings.ts'
import { most } from './scope.ts'
import { taggings, wrongTags } from './tag-sayings.ts'

/** Invitations and requests. */
export const invitationSayings: Sayings<
  | 'inviteAccount'
  | 'listSentInvitations'
  | 'acceptInvitation'
  | 'declineInvitation'
  | 'cancelInvitation'
  | 'getInvitation'
  | 'listReceivedInvitations'
> = {
  inviteAccount: (known) => (hasRoom(known) ? [...invited(known), ...wronglyInvited(known)] : []),
  listSentInvitations: () => [
    ...pages({}),
    { filter: { action: 'invite' } },
    { filter: { action: 'invite', parent: 'none' } },
  ],
  acceptInvitation: ofEach,
  declineInvitation: ofEach,
  cancelInvitation: ofEach,
  getInvitation: ofEach,
  listReceivedInvitations: () => [{}, { size: -1 }, { token: '~' }],
}

/** Whether one more invitation can be seen. */
export const hasRoom = ({ scope, state: { world, now } }: Known): boolean => {
  const { rules } = scope.context
  const shown = [...world.invitations.values()].filter((one) =>
    isVisible(one, { world, rules, now }),
  )
  return shown.length < most.invitations
}

/** Everybody who is not in it, by every name; and somebody whom nobody knows yet. */
const invited = (known: Known): readonly Args<'inviteAccount'>[] => {
  const { scope, state, organization } = known
  const outside = [...new Set([...scope.callers, ...state.world.accounts.keys()])].filter(
    (id) => !organization.members.has(id),
  )
  const alone = outside.filter((id) => state.world.accounts.get(id)?.organization === undefined)
  return [
    ...outside.map((id) => ({ target: { kind: 'account', id } })),
    ...outside.map((id) => ({ target: { kind: 'email', id: addressOf(known, id) } })),
    ...alone.flatMap((id) => [
      { target: { kind: 'account', id }, name: 'Bee', notes: 'noted' },
      { target: { kind: 'name', id: `Account ${id}` } },
      ...taggings(known).map((tags) => ({ target: { kind: 'account', id }, tags })),
    ]),
    { target: { kind: 'email', id: 'made@example.org' } },
  ]
}

const addressOf = ({ state }: Known, id: string): string =>
  state.world.accounts.get(id)?.email ?? `${id}@example.com`

const wronglyInvited = (known: Known): readonly Args<'inviteAccount'>[] => [
  ...[...known.organization.members.keys()].flatMap((id) => [
    { target: { kind: 'account', id } },
    { target: { kind: 'email', id: addressOf(known, id) } },
  ]),
  { target: { kind: 'email', id: 'no address' } },
  { target: { kind: 'organization', id: known.organization.id } },
  { target: { kind: 'name', id: 'Nobody' } },
  ...wrongTags(known).map((tags) => ({ target: { kind: 'email', id: 'made@example.org' }, tags })),
]

function ofEach({ scope, state }: Known): readonly { readonly invitation: string }[] {
  const ids = [...state.world.invitations.keys(), scope.values.unknown('invitation')]
  return ids.map((invitation) => ({ invitation }))
}
