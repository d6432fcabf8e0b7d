import type { Creation, Invitation, NewAccount } from '../../../specs/vocabulary/verbs.ts'
import { entriesOf, readOf } from '../look.ts'
import { invited } from '../membership-effects.ts'
import { isOutside } from '../organization-effects.ts'
import { nothingIf, type Eyes, type LookUpRow, type LookUps } from './look-up.ts'
import { standsIn } from './organization-look-ups.ts'

/** The creation of an account of that name. */
export async function creationOf(eyes: Eyes, { name }: NewAccount): Promise<Creation | undefined> {
  return (await entriesOf(eyes, 'listAccountCreations', {}))?.find((one) => one.name === name)
}

type Answering = 'acceptInvitation' | 'declineInvitation' | 'cancelInvitation'

/** An invitation that was answered that way. */
const answered = <V extends Answering>(state: Invitation['state']): LookUpRow<V> => ({
  look: async (eyes, { invitation }) => {
    const found = readOf(eyes, await eyes.actor.getInvitation({ invitation }))
    return found?.state === state ? found : undefined
  },
})

/** What became of writes about accounts and invitations. */
export const accountLookUps: LookUps<
  | 'createAccount'
  | 'moveAccount'
  | 'closeAccount'
  | 'removeAccount'
  | 'leaveOrganization'
  | 'inviteAccount'
  | Answering
> = {
  createAccount: { once: true, look: creationOf },
  moveAccount: {
    look: async (eyes, { account, to }) => nothingIf(await standsIn(eyes, account, to)),
  },
  closeAccount: {
    look: async (eyes, { account }) => {
      const found = readOf(eyes, await eyes.owner.getAccount({ account }))
      return nothingIf(found === undefined || found.status !== 'active')
    },
  },
  removeAccount: {
    ends: true,
    look: async (eyes, { account }) => {
      const accounts = (await entriesOf(eyes, 'listAccounts', {})) ?? []
      return nothingIf(!accounts.some(({ id }) => id === account))
    },
  },
  leaveOrganization: { look: async (eyes) => nothingIf(await isOutside(eyes)) },
  inviteAccount: {
    adds: true,
    look: async (eyes, args) => {
      const invitation = await invited.look(eyes, args)
      return invitation === undefined
        ? undefined
        : readOf(eyes, await eyes.owner.getInvitation({ invitation }))
    },
  },
  acceptInvitation: answered('accepted'),
  declineInvitation: answered('declined'),
  cancelInvitation: answered('cancelled'),
}
