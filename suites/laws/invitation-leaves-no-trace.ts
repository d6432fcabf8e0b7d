import { scenario, type Scenario } from '../dsl/scenario.ts'

export const invitationLeavesNoTrace: Scenario = scenario({
  id: 'invitation-leaves-no-trace',
  kind: 'law',
  title: 'An invitation that is taken back changes no membership',
  needs: ['invitations', 'account-listing', 'organizations'],
  checks: {
    'members-are-the-same': { title: 'The members are the same as before' },
    'guest-may-found': { title: 'The guest is as free as before' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const members = async () =>
      (await all(owner, 'listAccounts', {})).map(({ id }) => id).toSorted()
    const before = await members()
    const target = { kind: 'account', id: guest.id } as const
    const invitation = given(await owner.inviteAccount({ target }))
    given(await owner.cancelInvitation({ invitation: invitation.id }))
    check('members-are-the-same', await members(), { equals: before })
    const founded = given(await guest.createOrganization())
    check('guest-may-found', founded.management, { equals: guest.id })
  },
})
