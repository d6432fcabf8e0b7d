import { scenario, type Scenario } from '../dsl/scenario.ts'

export const inviteByTwoOrganizations: Scenario = scenario({
  id: 'invite-by-two-organizations',
  title: 'An account that two organizations invite joins one',
  needs: ['invitations', 'account-listing'],
  checks: {
    'both-invite': { title: 'Two organizations invite one guest' },
    'guest-joins-one': { title: 'The guest joins one of them' },
    'second-is-refused': {
      title: 'A member does not accept the other invitation',
      refusal: 'inviteeInOrganization',
    },
    'guest-is-in-one': { title: 'The guest is in one organization only', axis: 'atomicity' },
  },
  async run({ actors, check, given, all }) {
    const [owner, other] = [await actors.owner(), await actors.otherOwner()]
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const first = given(await owner.inviteAccount({ target }))
    const second = check.done('both-invite', await other.inviteAccount({ target }))
    check.done('guest-joins-one', await guest.acceptInvitation({ invitation: first.id }))
    check.refused('second-is-refused', await guest.acceptInvitation({ invitation: second.id }))
    const homes = [await all(owner, 'listAccounts', {}), await all(other, 'listAccounts', {})]
    const listed = homes.map((accounts) => accounts.some(({ id }) => id === guest.id))
    check('guest-is-in-one', listed, {
      equals: [true, false],
      each: ['in the organization it joined', 'in the other organization'],
    })
  },
})
