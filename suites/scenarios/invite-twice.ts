import { scenario, type Scenario } from '../dsl/scenario.ts'

export const inviteTwice: Scenario = scenario({
  id: 'invite-twice',
  title: 'An account has one open invitation of an organization',
  needs: ['invitations'],
  checks: {
    'second-is-refused': {
      title: 'A second invitation to one guest is refused',
      refusal: 'invitationDuplicate',
    },
    'one-is-pending': { title: 'One invitation is pending', axis: 'atomicity' },
    'after-cancelling': { title: 'After cancelling the guest is invited again' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const earlier = (await all(guest, 'listReceivedInvitations', {})).map(({ id }) => id)
    const { id: invitation } = given(await owner.inviteAccount({ target }))
    check.refused('second-is-refused', await owner.inviteAccount({ target }))
    const received = (await all(guest, 'listReceivedInvitations', {})).map(({ id }) => id)
    check(
      'one-is-pending',
      received.filter((id) => !earlier.includes(id)),
      { equals: [invitation] },
    )
    given(await owner.cancelInvitation({ invitation }))
    check.done('after-cancelling', await owner.inviteAccount({ target }))
  },
})
