import { scenario, type Scenario } from '../dsl/scenario.ts'

export const invitationUnknown: Scenario = scenario({
  id: 'invitation-unknown',
  title: 'An invitation that does not exist is refused',
  needs: ['invitations'],
  checks: {
    'read-unknown': {
      title: 'Reading an unknown invitation is refused',
      refusal: 'invitationNotFound',
    },
    'cancel-unknown': {
      title: 'Cancelling an unknown invitation is refused',
      refusal: 'invitationNotFound',
    },
    'decline-unknown': {
      title: 'Declining an unknown invitation is refused',
      refusal: 'invitationNotFound',
    },
    'accept-unknown': {
      title: 'Accepting an unknown invitation is refused',
      refusal: 'invitationNotFound',
    },
  },
  async run({ actors, check, given, unknown }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const invite = async () => given(await owner.inviteAccount({ target })).id
    const nothing = { invitation: unknown('invitation') }
    // each of them after its twin: the same command on an invitation that exists
    const first = await invite()
    given(await owner.getInvitation({ invitation: first }))
    check.refused('read-unknown', await owner.getInvitation(nothing))
    given(await owner.cancelInvitation({ invitation: first }))
    check.refused('cancel-unknown', await owner.cancelInvitation(nothing))
    given(await guest.declineInvitation({ invitation: await invite() }))
    check.refused('decline-unknown', await guest.declineInvitation(nothing))
    given(await guest.acceptInvitation({ invitation: await invite() }))
    check.refused('accept-unknown', await guest.acceptInvitation(nothing))
  },
})
