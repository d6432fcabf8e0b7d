import { askDenied, denied } from '../../../dsl/denied.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const callerAuthorizationNotes: Scenario = scenario({
  id: 'caller-authorization-notes',
  title: 'A member may not write notes, list nodes or read quotas',
  needs: ['account-notes', 'node-listing', 'quotas'],
  checks: {
    'member-cannot-annotate': denied('A member cannot write notes about an account'),
    'member-cannot-list-nodes': denied('A member cannot list what is in the organization'),
    'member-cannot-read-quotas': denied('A member cannot read the quotas'),
  },
  async run({ actors, check, given }) {
    const owner = await actors.owner()
    const stranger = await actors.member(owner)
    const { id: account } = stranger
    const { id: parent } = await actors.workspace(owner)
    await askDenied(
      { check, given },
      { stranger, entitled: owner },
      {
        'member-cannot-annotate': (actor) => actor.updateAccountNotes({ account, notes: 'ours' }),
        'member-cannot-list-nodes': (actor) => actor.listNodes({ parent }),
        'member-cannot-read-quotas': (actor) => actor.listQuotas({}),
      },
    )
  },
})
