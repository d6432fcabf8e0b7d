import { scenario, type Scenario } from '../dsl/scenario.ts'

export const acceptByTheWrongAccount: Scenario = scenario({
  id: 'accept-by-the-wrong-account',
  title: 'Only the invited account accepts',
  needs: ['invitations', 'account-listing'],
  checks: {
    'outsider-cannot-accept': {
      title: 'An outsider cannot accept',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'owner-cannot-accept': {
      title: 'The inviter cannot accept',
      axis: 'authorization',
      refusal: 'accessDenied',
    },
    'nobody-joined': { title: 'Nobody has joined', axis: 'atomicity' },
    'still-pending': { title: 'The invitation still waits for an answer', axis: 'atomicity' },
    'guest-accepts': { title: 'The guest accepts' },
  },
  async run({ actors, check, given, all }) {
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const outsider = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const { id: invitation } = given(await owner.inviteAccount({ target }))
    check.refused('outsider-cannot-accept', await outsider.acceptInvitation({ invitation }))
    const pending = async () => {
      const { state } = given(await owner.getInvitation({ invitation }))
      return state === 'open' || state === 'requested'
    }
    check.twin(await pending(), 'the invitation still waits')
    check.refused('owner-cannot-accept', await owner.acceptInvitation({ invitation }))
    const members = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    const joined = [guest, outsider].some(({ id }) => members.includes(id))
    check('nobody-joined', members, {
      holds: members.includes(owner.id) && !joined,
      says: `${owner.id} is listed, ${guest.id} and ${outsider.id} are not`,
    })
    const waits = await pending()
    check('still-pending', waits, { equals: true })
    check.twin(waits, 'the invitation still waits')
    check.done('guest-accepts', await guest.acceptInvitation({ invitation }))
  },
})
