import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitNotEmpty: Scenario = scenario({
  id: 'unit-not-empty',
  title: 'A unit that holds something is not deleted',
  needs: ['units', 'account-listing', 'account-move', 'tree'],
  checks: {
    'with-a-unit-is-refused': {
      title: 'A unit that holds a unit is not deleted',
      refusal: 'unitNotEmpty',
    },
    'refused-unit-remains': {
      title: 'The refused unit remains with its child',
      axis: 'atomicity',
    },
    'emptied-is-deleted': { title: 'An emptied unit is deleted' },
    'with-an-account-is-refused': {
      title: 'A unit that holds an account is not deleted',
      refusal: 'unitNotEmpty',
    },
    'account-remains': { title: 'The refused unit remains with its account', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const home = given(await owner.createUnit({ parent, name: fresh.name('home') })).id
    const { id: account } = await actors.member(owner)
    const [above] = await all(owner, 'listParents', { child: account })
    const from = above?.id ?? (await actors.root(owner))
    given(await owner.moveAccount({ account, from, to: home }))
    check.refused('with-an-account-is-refused', await owner.deleteUnit({ unit: home }))
    check('account-remains', await all(owner, 'listAccountsIn', { parent: home }), {
      includes: account,
    })
    // the unit is left empty, so that it can be taken away; where it is gone already, the rest is asked all the same
    await owner.moveAccount({ account, from: home, to: from })
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('full') }))
    const child = given(await owner.createUnit({ parent: unit, name: fresh.name('child') }))
    const deleting = await owner.deleteUnit({ unit })
    check.refused('with-a-unit-is-refused', deleting)
    check('refused-unit-remains', await all(owner, 'listUnits', { parent: unit }), {
      includes: child.id,
    })
    check.twin(deleting.kind !== 'done', 'the full unit still stands')
    given(await owner.deleteUnit({ unit: child.id }))
    check.done('emptied-is-deleted', await owner.deleteUnit({ unit }))
  },
})
