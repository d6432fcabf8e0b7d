import { scenario, type Scenario } from '../dsl/scenario.ts'

export const inviteCancel: Scenario = scenario({
  id: 'invite-cancel',
  title: 'A cancelled invitation is at its end',
  needs: ['invitations', 'account-listing'],
  checks: {
    'owner-cancels': { title: 'The inviter cancels' },
    'cancelled-state': { title: 'The cancelled invitation says so' },
    'cancelled-stays-listed': { title: 'The cancelled invitation stays listed' },
    'cancelling-twice-is-refused': {
      title: 'Cancelling twice is refused',
      refusal: 'invitationAlreadyInState',
    },
    'declining-cancelled-is-refused': {
      title: 'A cancelled invitation is not declined',
      refusal: 'invitationWrongTransition',
    },
    'guest-cannot-cancel': {
      title: 'The guest cannot cancel',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'accepting-cancelled-is-refused': {
      title: 'A cancelled invitation is not accepted',
      refusal: 'invitationWrongTransition',
    },
    'guest-stays-out': { title: 'The guest stays out', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, invited }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const { id: invitation } = given(await owner.inviteAccount({ target }))
    const cancelled = check.done('owner-cancels', await owner.cancelInvitation({ invitation }))
    const read = given(await owner.getInvitation({ invitation }))
    check('cancelled-state', [cancelled.state, read.state], { equals: ['cancelled', 'cancelled'] })
    const sent = await all(owner, 'listSentInvitations', {})
    check('cancelled-stays-listed', sent.find(({ id }) => id === invitation)?.state, {
      equals: 'cancelled',
    })
    check.refused('cancelling-twice-is-refused', await owner.cancelInvitation({ invitation }))
    const second = given(await owner.inviteAccount({ target })).id
    check.refused('guest-cannot-cancel', await guest.cancelInvitation({ invitation: second }))
    // the twin: what was not cancelled is declined
    given(await guest.declineInvitation({ invitation: second }))
    check.refused('declining-cancelled-is-refused', await guest.declineInvitation({ invitation }))
    // the twin: what was not cancelled is accepted
    const other = await invited(owner)
    check.refused('accepting-cancelled-is-refused', await guest.acceptInvitation({ invitation }))
    const members = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    check('guest-stays-out', members, {
      holds: members.includes(other.id) && !members.includes(guest.id),
      says: `${other.id} is listed and ${guest.id} is not`,
    })
  },
})
