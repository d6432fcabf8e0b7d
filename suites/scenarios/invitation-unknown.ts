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
  async play({ cast, check, given, unknown }) {
    const owner = await cast.owner()
    const guest = await cast.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const invite = async () => given(await owner.invite({ target })).id
    const nothing = { invitation: unknown('invitation') }
    // each of them after its twin: the same command on an invitation that exists
    const first = await invite()
    given(await owner.invitation({ invitation: first }))
    check.refused('read-unknown', await owner.invitation(nothing))
    given(await owner.cancel({ invitation: first }))
    check.refused('cancel-unknown', await owner.cancel(nothing))
    given(await guest.decline({ invitation: await invite() }))
    check.refused('decline-unknown', await guest.decline(nothing))
    given(await guest.accept({ invitation: await invite() }))
    check.refused('accept-unknown', await guest.accept(nothing))
  },
})
