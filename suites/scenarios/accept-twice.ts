import { scenario, type Scenario } from '../dsl/scenario.ts'

export const acceptTwice: Scenario = scenario({
  id: 'accept-twice',
  title: 'An accepted invitation is at its end',
  needs: ['invitations', 'account-listing'],
  checks: {
    'accepting-twice-is-refused': {
      title: 'Accepting twice is refused',
      refusal: 'invitationAlreadyInState',
    },
    'cancelling-accepted-is-refused': {
      title: 'An accepted invitation is not cancelled',
      refusal: 'invitationWrongTransition',
    },
    'declining-accepted-is-refused': {
      title: 'An accepted invitation is not declined',
      refusal: 'invitationWrongTransition',
    },
    'guest-stays-in': { title: 'The guest stays a member', axis: 'atomicity' },
    'state-stays': { title: 'The invitation stays accepted', axis: 'atomicity' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const invite = async () => given(await owner.inviteAccount({ target })).id
    // the twins: what nobody accepted is cancelled, and declined
    given(await owner.cancelInvitation({ invitation: await invite() }))
    given(await guest.declineInvitation({ invitation: await invite() }))
    const invitation = await invite()
    given(await guest.acceptInvitation({ invitation }))
    check.refused('accepting-twice-is-refused', await guest.acceptInvitation({ invitation }))
    check.refused('cancelling-accepted-is-refused', await owner.cancelInvitation({ invitation }))
    check.refused('declining-accepted-is-refused', await guest.declineInvitation({ invitation }))
    check('guest-stays-in', await all(owner, 'listAccounts', {}), { includes: guest.id })
    check('state-stays', given(await owner.getInvitation({ invitation })).state, {
      equals: 'accepted',
    })
  },
})
