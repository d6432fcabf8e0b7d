import { scenario, type Scenario } from '../dsl/scenario.ts'

export const treeOfAccounts: Scenario = scenario({
  id: 'tree-of-accounts',
  title: 'A parent lists its own accounts only',
  needs: ['tree', 'units', 'account-listing', 'account-move'],
  checks: {
    'one-parent-of-an-account': { title: 'An account has exactly one parent' },
    'unit-lists-direct-accounts': { title: 'A unit lists only its direct accounts' },
    'root-lists-outside-accounts': { title: 'The root lists only accounts outside every unit' },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const root = await actors.root(owner)
    const { id: parent } = await actors.workspace(owner)
    const outer = given(await owner.createUnit({ parent, name: fresh.name('outer') })).id
    const inner = given(await owner.createUnit({ parent: outer, name: fresh.name('inner') })).id
    const { id: account } = await actors.member(owner)
    const [home] = await all(owner, 'listParents', { child: account })
    const from = home?.id ?? root
    given(await owner.moveAccount({ account, from, to: inner }))
    const parents = await all(owner, 'listParents', { child: account })
    check(
      'one-parent-of-an-account',
      parents.map(({ id }) => id),
      { equals: [inner] },
    )
    const direct = await all(owner, 'listAccountsIn', { parent: inner })
    check.twin(
      direct.some(({ id }) => id === account),
      'the unit lists the account that moved in',
    )
    check('unit-lists-direct-accounts', await all(owner, 'listAccountsIn', { parent: outer }), {
      excludes: account,
    })
    check('root-lists-outside-accounts', await all(owner, 'listAccountsIn', { parent: root }), {
      excludes: account,
    })
    given(await owner.moveAccount({ account, from: inner, to: from }))
  },
})
