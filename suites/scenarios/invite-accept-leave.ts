import { scenario, type Scenario } from '../dsl/scenario.ts'

export const inviteAcceptLeave: Scenario = scenario({
  id: 'invite-accept-leave',
  title: 'An account joins by invitation and leaves by itself',
  needs: ['invitations', 'account-listing', 'member-leave'],
  checks: {
    'new-invitation-is-open': { title: 'A new invitation waits for an answer' },
    'guest-receives-it': { title: 'The guest finds the invitation' },
    'guest-accepts': { title: 'The guest accepts' },
    'accepted-state': { title: 'The accepted invitation says so' },
    'accepted-stays-listed': { title: 'The accepted invitation stays listed' },
    'guest-is-listed': { title: 'The guest is listed' },
    'joined-by-invitation': {
      title: 'The guest says that it was invited',
      needs: ['join-methods'],
    },
    'guest-leaves': { title: 'The guest leaves by itself' },
    'guest-is-gone': { title: 'The guest that left is no longer listed' },
    'leaving-twice-is-refused': { title: 'Leaving twice is refused', refusal: 'notInOrganization' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const invited = await owner.inviteAccount({ target })
    const { id: invitation, action, state } = check.ensured('new-invitation-is-open', invited)
    check('new-invitation-is-open', [action ?? 'invite', state], {
      oneOf: [
        ['invite', 'open'],
        ['invite', 'requested'],
      ],
    })
    check('guest-receives-it', await all(guest, 'listReceivedInvitations', {}), {
      includes: invitation,
    })
    const accepted = check.done('guest-accepts', await guest.acceptInvitation({ invitation }))
    const read = given(await owner.getInvitation({ invitation }))
    check('accepted-state', [accepted.state, read.state], { equals: ['accepted', 'accepted'] })
    const sent = await all(owner, 'listSentInvitations', {})
    check('accepted-stays-listed', sent.find(({ id }) => id === invitation)?.state, {
      equals: 'accepted',
    })
    const members = await all(owner, 'listAccounts', {})
    check('guest-is-listed', members, { includes: guest.id })
    const member = given(await owner.getAccount({ account: guest.id }))
    check('joined-by-invitation', member.joinedBy, { equals: 'invited' })
    check.done('guest-leaves', await guest.leaveOrganization())
    const left = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    check('guest-is-gone', left, {
      holds: left.includes(owner.id) && !left.includes(guest.id),
      says: `${owner.id} is listed and ${guest.id} is not`,
    })
    check.refused('leaving-twice-is-refused', await guest.leaveOrganization())
  },
})
