import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const callerAuthorizationInvitations: Scenario = scenario({
  id: 'caller-authorization-invitations',
  title: 'A member may not invite or remove',
  needs: ['invitations', 'member-removal'],
  checks: {
    'member-reads-received': { title: 'A member reads what it received', axis: 'authorization' },
    'member-cannot-invite': denied('A member cannot invite an account'),
    'member-cannot-list-sent': denied("A member cannot list the organization's invitations"),
    'member-cannot-remove': denied('A member cannot remove another member'),
  },
  async run({ actors, check, given, all, invited }) {
    const owner = await actors.owner()
    const [stranger, other] = [await invited(owner), await invited(owner)]
    const received = await all(stranger, 'listReceivedInvitations', {})
    check(
      'member-reads-received',
      received.map(({ state }) => state),
      {
        holds: received.some(({ state }) => state === 'accepted'),
        says: 'the accepted invitation is among them',
      },
    )
    // who was removed is in no organization, and can be invited
    const target = { kind: 'account', id: other.id } as const
    await askDenied(
      { check, given },
      { stranger, entitled: owner },
      {
        'member-cannot-list-sent': (actor) => actor.listSentInvitations(),
        'member-cannot-remove': (actor) => actor.removeAccount({ account: other.id }),
        'member-cannot-invite': (actor) => actor.inviteAccount({ target }),
      },
    )
  },
})
