import { scenario, type Scenario } from '../dsl/scenario.ts'

export const inviteAMember: Scenario = scenario({
  id: 'invite-a-member',
  title: 'An account that is in an organization is not invited',
  needs: ['invitations', 'account-listing'],
  checks: {
    'own-member-is-refused': {
      title: 'A member is not invited again',
      refusal: 'inviteeInOrganization',
    },
    'foreign-member-is-refused': {
      title: 'A member of another organization does not join',
      refusal: 'inviteeInOrganization',
    },
    'member-stays': { title: 'The member stays where it is', axis: 'atomicity' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    // the twin: an account that stands alone is invited
    given(await owner.inviteAccount({ target: { kind: 'account', id: guest.id } }))
    const member = await actors.member(owner)
    const target = { kind: 'account', id: member.id } as const
    check.refused('own-member-is-refused', await owner.inviteAccount({ target }))
    const other = await actors.otherOwner()
    const asked = await other.inviteAccount({ target })
    // refused at once, or when the member answers
    const outcome =
      asked.kind === 'done' ? await member.acceptInvitation({ invitation: asked.value.id }) : asked
    check.refused('foreign-member-is-refused', outcome)
    const here = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    const there = (await all(other, 'listAccounts', {})).map(({ id }) => id)
    check('member-stays', [here.includes(member.id), there.includes(member.id)], {
      equals: [true, false],
      each: ['in its own organization', 'in the other organization'],
    })
  },
})
