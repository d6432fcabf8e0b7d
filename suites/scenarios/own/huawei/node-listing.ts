import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const nodeListing: Scenario = scenario({
  id: 'node-listing',
  title: 'What is in a parent, and where a child is, is told by one list',
  needs: ['node-listing', 'units', 'account-listing', 'account-move'],
  checks: {
    'parent-holds-all-kinds': { title: 'A parent holds its units and its accounts' },
    'child-names-its-parent': { title: 'A child is in its parent' },
    'both-are-refused': {
      title: 'Parent and child are not asked for at once',
      refusal: 'nodeFilterAmbiguous',
    },
    'unknown-parent-is-refused': {
      title: 'An unknown parent holds nothing',
      refusal: 'parentNotFound',
    },
  },
  async run({ actors, check, given, all, fresh, unknown }) {
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const parent = given(await owner.createUnit({ parent: workspace, name: fresh.name('unit') })).id
    const unit = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const { id: account } = await actors.member(owner)
    const [home] = await all(owner, 'listNodes', { child: account })
    const from = home?.id ?? (await actors.root(owner))
    given(await owner.moveAccount({ account, from, to: parent }))
    const inside = (await all(owner, 'listNodes', { parent })).map(
      ({ id, kind }) => `${kind} ${id}`,
    )
    check('parent-holds-all-kinds', inside.toSorted(), {
      equals: [`account ${account}`, `unit ${unit}`],
    })
    const above = async (child: string) =>
      (await all(owner, 'listNodes', { child })).map(({ id }) => id)
    check('child-names-its-parent', [await above(unit), await above(account)], {
      equals: [[parent], [parent]],
    })
    check.refused('both-are-refused', await owner.listNodes({ parent, child: unit }))
    check.refused('unknown-parent-is-refused', await owner.listNodes({ parent: unknown('unit') }))
    // the units are left empty, so that they can be taken away
    given(await owner.moveAccount({ account, from: parent, to: from }))
  },
})
