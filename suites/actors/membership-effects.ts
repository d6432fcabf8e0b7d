import type { Args, Invitation } from '../../specs/vocabulary/verbs.ts'
import type { Hands, Reversible, Standing } from './effect.ts'
import { entriesOf } from './look.ts'

const isFor = ({ parties = [] }: Invitation, { target }: Args<'inviteAccount'>): boolean =>
  parties.some(({ id }) => id === target.id)

const openAmong = async (
  hands: Hands,
  isMeant: (invitation: Invitation) => boolean,
): Promise<Standing> => {
  const sent = (await entriesOf(hands, 'listSentInvitations', {})) ?? []
  const open = sent.filter(({ state }) => state === 'open' || state === 'requested')
  return open.find(isMeant)?.id
}

/** An invitation that was sent is cancelled, unless it has ended. */
export const invited: Reversible<'inviteAccount'> = {
  kind: 'reversible',
  undoneBy: 'cancelInvitation',
  shownBy: 'listSentInvitations',
  noun: 'invitation',
  made: ({ id }) => id,
  find: (hands, id) => openAmong(hands, (one) => one.id === id),
  look: (hands, args, id) =>
    openAmong(hands, (one) => (id === undefined ? isFor(one, args) : one.id === id)),
  undo: ({ actor }, _, { id }) => actor.cancelInvitation({ invitation: id }),
  rehearse: async ({ guest }) => ({ target: { kind: 'account', id: guest() } }),
}

/** An account that joined is removed, unless it was a member before. */
export const accepted: Reversible<'acceptInvitation'> = {
  kind: 'reversible',
  undoneBy: 'removeAccount',
  shownBy: 'listAccounts',
  tolerant: true,
  look: async (hands) =>
    (await entriesOf(hands, 'listAccounts', {}))?.find(({ id }) => id === hands.actor.id)?.id,
  undo: ({ owner, actor }) => owner.removeAccount({ account: actor.id }),
}

/** Where an account stands. */
export async function placeOf(hands: Hands, child: string): Promise<Standing> {
  return (await entriesOf(hands, 'listParents', { child }))?.[0]?.id
}

/** What is changed of an account that is moved: the account itself is named. */
export const placed = ({ account }: { readonly account: string }): string => account

/** An account that was moved is moved back, also where nobody sees yet that it was. */
export const moved: Reversible<'moveAccount'> = {
  kind: 'reversible',
  undoneBy: 'moveAccount',
  shownBy: 'listAccountsIn',
  changes: true,
  thing: placed,
  sets: async (_, { to }) => to,
  look: (hands, { account }) => placeOf(hands, account),
  undo: ({ owner }, { account, to }, { id, before = id }) =>
    owner.moveAccount({ account, from: id === before ? to : id, to: before }),
}
