import { scenario, type Scenario } from '../dsl/scenario.ts'

const ids = (nodes: readonly { readonly id: string }[]): readonly string[] =>
  nodes.map(({ id }) => id).toSorted()

export const treeViews: Scenario = scenario({
  id: 'tree-views',
  title: 'Parents and children are seen alike from both sides',
  needs: ['tree', 'units', 'account-listing'],
  checks: {
    'children-are-units': { title: 'Children of kind unit are the units listed' },
    'children-are-accounts': { title: 'Children of kind account are the accounts listed' },
    'kinds-are-kept-apart': {
      title: 'Children have the kind that was asked for',
      needs: ['children-by-kind'],
    },
    'one-parent-of-a-unit': { title: 'A unit has exactly one parent' },
    'root-lists-direct-accounts': { title: 'The management account stands under the root' },
    'root-is-no-child': { title: 'A root is not accepted as a child', refusal: 'rootIsNoChild' },
    'unknown-child': { title: 'Parents of an unknown child are refused', refusal: 'childNotFound' },
  },
  async run({ actors, check, given, all, fresh, unknown, offered }) {
    const owner = await actors.owner()
    const root = await actors.root(owner)
    const { id: parent } = await actors.workspace(owner)
    const home = given(await owner.createUnit({ parent, name: fresh.name('home') })).id
    const unit = given(await owner.createUnit({ parent: home, name: fresh.name('unit') })).id
    const units = await all(owner, 'listChildren', { parent: home, kind: 'unit' })
    check('children-are-units', ids(units), {
      equals: ids(await all(owner, 'listUnits', { parent: home })),
    })
    const parents = await all(owner, 'listParents', { child: unit })
    check('one-parent-of-a-unit', ids(parents), { equals: [home] })
    const accounts = await all(owner, 'listChildren', { parent: root, kind: 'account' })
    const listed = await all(owner, 'listAccountsIn', { parent: root })
    check('children-are-accounts', ids(accounts), { equals: ids(listed) })
    if (offered('children-by-kind')) {
      const kinds = [...units, ...accounts].map(({ kind }) => kind)
      check('kinds-are-kept-apart', kinds, {
        equals: [...units.map(() => 'unit'), ...accounts.map(() => 'account')],
      })
    }
    check('root-lists-direct-accounts', listed, { includes: owner.id })
    check.refused('unknown-child', await owner.listParents({ child: unknown('unit') }))
    check.refused('root-is-no-child', await owner.unchecked.listParents({ child: root }))
  },
})
