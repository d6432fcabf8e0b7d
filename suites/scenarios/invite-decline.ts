import { scenario, type Scenario } from '../dsl/scenario.ts'

export const inviteDecline: Scenario = scenario({
  id: 'invite-decline',
  title: 'A declined invitation is at its end',
  needs: ['invitations', 'account-listing'],
  checks: {
    'guest-declines': { title: 'The guest declines' },
    'declined-state': { title: 'The declined invitation says so' },
    'guest-stays-out': { title: 'A guest that declines stays out' },
    'declining-twice-is-refused': {
      title: 'Declining twice is refused',
      refusal: 'invitationAlreadyInState',
    },
    'accepting-declined-is-refused': {
      title: 'A declined invitation is not accepted',
      refusal: 'invitationWrongTransition',
    },
    'invited-anew': { title: 'A new invitation may follow' },
    'declined-stays-listed': { title: 'The declined invitation stays listed beside the new one' },
    'others-cannot-decline': {
      title: 'The inviter cannot decline',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'outsider-cannot-decline': {
      title: 'An outsider cannot decline',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'new-one-is-accepted': { title: 'The new invitation is accepted' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const { id: invitation } = given(await owner.inviteAccount({ target }))
    const declined = check.done('guest-declines', await guest.declineInvitation({ invitation }))
    const read = given(await owner.getInvitation({ invitation }))
    check('declined-state', [declined.state, read.state], { equals: ['declined', 'declined'] })
    const members = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    check('guest-stays-out', members, {
      holds: members.includes(owner.id) && !members.includes(guest.id),
      says: `${owner.id} is listed and ${guest.id} is not`,
    })
    check.refused('declining-twice-is-refused', await guest.declineInvitation({ invitation }))
    const late = await guest.acceptInvitation({ invitation })
    check.refused('accepting-declined-is-refused', late)
    check.twin(late.kind !== 'done', 'the guest is still out')
    const anew = check.done('invited-anew', await owner.inviteAccount({ target }))
    const sent = await all(owner, 'listSentInvitations', {})
    const stateOf = (wanted: string) => sent.find(({ id }) => id === wanted)?.state
    check('declined-stays-listed', [stateOf(invitation), stateOf(anew.id)], {
      oneOf: [
        ['declined', 'open'],
        ['declined', 'requested'],
      ],
    })
    const others = {
      'others-cannot-decline': owner,
      'outsider-cannot-decline': await actors.standalone(),
    } as const
    for (const [key, other] of Object.entries(others)) {
      const outcome = await other.declineInvitation({ invitation: anew.id })
      check.refused(key as keyof typeof others, outcome)
      check.twin(outcome.kind !== 'done', 'the new invitation still waits')
    }
    check.done('new-one-is-accepted', await guest.acceptInvitation({ invitation: anew.id }))
  },
})
