import type { Actor } from '../actors/actor.ts'
import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const callerAuthorizationAccounts: Scenario = scenario({
  id: 'caller-authorization-accounts',
  title: 'A member may not make, move or rename',
  needs: ['account-move', 'unit-rename', 'units', 'tree'],
  checks: {
    'member-cannot-rename-unit': denied('A member cannot rename a unit'),
    'member-cannot-create-account': {
      ...denied('A member cannot create an account'),
      needs: ['account-creation'],
    },
    'member-cannot-list-creations': {
      ...denied('A member cannot list account creations'),
      needs: ['account-creation'],
    },
    'member-cannot-move-account': denied('A member cannot move an account'),
  },
  async run({ actors, check, given, all, fresh, offered }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const unit = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const member = await actors.member(owner)
    const [home] = await all(owner, 'listParents', { child: member.id })
    const from = home?.id ?? (await actors.root(owner))
    const wanted = { name: fresh.name('account'), email: fresh.email() }
    const name = fresh.name('renamed')
    await askDenied(
      { check, given },
      { stranger: member, entitled: owner },
      {
        'member-cannot-rename-unit': (actor) => actor.renameUnit({ unit, name }),
        'member-cannot-move-account': (actor) =>
          actor.moveAccount({ account: member.id, from, to: unit }),
        ...(offered('account-creation') && {
          'member-cannot-list-creations': (actor: Actor) => actor.listAccountCreations(),
          'member-cannot-create-account': (actor: Actor) => actor.createAccount(wanted),
        }),
      },
    )
  },
})
