import { days } from '../../specs/model/invitation-state.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const invitationExpires: Scenario = scenario({
  id: 'invitation-expires',
  title: 'An invitation that nobody answers expires',
  needs: ['invitations', 'account-listing'],
  movesTime: true,
  checks: {
    'open-until-then': { title: 'The day before it expires an invitation is open' },
    'expired-state': { title: 'An invitation that nobody answered says that it expired' },
    'expired-is-not-accepted': {
      title: 'An expired invitation is not accepted',
      refusal: 'invitationWrongTransition',
    },
    'guest-stays-out': { title: 'The guest is in no organization', axis: 'atomicity' },
    'expired-is-not-cancelled': {
      title: 'An expired invitation is not cancelled',
      refusal: 'invitationWrongTransition',
    },
    'guest-is-invited-again': { title: 'Whose invitation expired is invited again' },
    'new-one-is-accepted': { title: 'The new invitation is accepted' },
  },
  async run({ actors, check, given, all, daysPass }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const sent = given(await owner.inviteAccount({ target }))
    const { id: invitation, requestedAt, expiresAt } = sent
    check.twin(requestedAt !== undefined && expiresAt !== undefined, 'it says when it expires')
    const lasts = Math.floor(((expiresAt ?? 0) - (requestedAt ?? 0)) / days(1))
    if (lasts > 1) await daysPass(lasts - 1)
    const before = given(await owner.getInvitation({ invitation }))
    check('open-until-then', before.state, { oneOf: ['open', 'requested'] })
    await daysPass(lasts > 1 ? 2 : lasts + 1)
    const after = given(await owner.getInvitation({ invitation }))
    check('expired-state', after.state, { equals: 'expired' })
    check.refused('expired-is-not-accepted', await guest.acceptInvitation({ invitation }))
    const members = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    check('guest-stays-out', members, { equals: [owner.id] })
    check.refused('expired-is-not-cancelled', await owner.cancelInvitation({ invitation }))
    const again = check.done('guest-is-invited-again', await owner.inviteAccount({ target }))
    check.done('new-one-is-accepted', await guest.acceptInvitation({ invitation: again.id }))
  },
})
