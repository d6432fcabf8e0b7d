import { scenario, type Scenario } from '../dsl/scenario.ts'

export const endedInvitationVanishes: Scenario = scenario({
  id: 'ended-invitation-vanishes',
  title: 'An invitation that has ended is shown for some days, and then no more',
  needs: ['invitations', 'vanishing-invitations'],
  movesTime: true,
  checks: {
    'shown-until-then': { title: 'A cancelled invitation is listed the day before it vanishes' },
    'is-no-longer-listed': { title: 'A cancelled invitation is not listed for ever' },
    'is-no-longer-found': {
      title: 'An invitation that vanished is not found',
      refusal: 'invitationNotFound',
    },
    'accepted-is-no-longer-listed': { title: 'An accepted invitation is not listed for ever' },
  },
  async run({ actors, check, given, all, limit, daysPass }) {
    const visible = limit('invitationVisibleDays')
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const { id: invitation } = given(await owner.inviteAccount({ target }))
    given(await owner.cancelInvitation({ invitation }))
    const { id: accepted } = given(await owner.inviteAccount({ target }))
    given(await guest.acceptInvitation({ invitation: accepted }))
    await daysPass(visible - 1)
    const sent = async (): Promise<readonly string[]> =>
      (await all(owner, 'listSentInvitations', {})).map(({ id }) => id)
    const before = await sent()
    check('shown-until-then', before, { includes: invitation })
    await daysPass(2)
    const after = await sent()
    check('is-no-longer-listed', after, {
      holds: !after.includes(invitation),
      says: `${invitation} is not listed`,
    })
    check('accepted-is-no-longer-listed', after, {
      holds: !after.includes(accepted),
      says: `${accepted} is not listed`,
    })
    check.refused('is-no-longer-found', await owner.getInvitation({ invitation }))
  },
})
