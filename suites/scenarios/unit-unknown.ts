import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitUnknown: Scenario = scenario({
  id: 'unit-unknown',
  title: 'A unit or parent that does not exist is refused',
  needs: ['units', 'unit-rename', 'tree', 'account-listing'],
  checks: {
    'create-under-unknown': {
      title: 'Creating a unit under an unknown parent is refused',
      refusal: 'parentNotFound',
    },
    'list-under-unknown': {
      title: 'Listing units of an unknown parent is refused',
      refusal: 'parentNotFound',
    },
    'children-of-unknown': {
      title: 'Listing children of an unknown parent is refused',
      refusal: 'parentNotFound',
    },
    'accounts-of-unknown': {
      title: 'Listing accounts of an unknown parent is refused',
      refusal: 'parentNotFound',
    },
    'read-unknown': { title: 'Reading an unknown unit is refused', refusal: 'unitNotFound' },
    'rename-unknown': { title: 'Renaming an unknown unit is refused', refusal: 'unitNotFound' },
    'delete-unknown': { title: 'Deleting an unknown unit is refused', refusal: 'unitNotFound' },
  },
  async run({ actors, check, given, all, fresh, unknown }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    // the twins: the same commands on what exists
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
    given(await owner.getUnit({ unit }))
    await all(owner, 'listUnits', { parent })
    const nobody = unknown('unit')
    check.refused('read-unknown', await owner.getUnit({ unit: nobody }))
    check.refused('delete-unknown', await owner.deleteUnit({ unit: nobody }))
    check.refused(
      'create-under-unknown',
      await owner.createUnit({ parent: nobody, name: fresh.name('unit') }),
    )
    check.refused('list-under-unknown', await owner.listUnits({ parent: nobody }))
    given(await owner.renameUnit({ unit, name: fresh.name('renamed') }))
    check.refused(
      'rename-unknown',
      await owner.renameUnit({ unit: nobody, name: fresh.name('renamed') }),
    )
    await all(owner, 'listChildren', { parent, kind: 'unit' })
    check.refused('children-of-unknown', await owner.listChildren({ parent: nobody, kind: 'unit' }))
    await all(owner, 'listAccountsIn', { parent })
    check.refused('accounts-of-unknown', await owner.listAccountsIn({ parent: nobody }))
  },
})
