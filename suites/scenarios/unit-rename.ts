import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitRename: Scenario = scenario({
  id: 'unit-rename',
  title: 'A renamed unit keeps all but its name',
  needs: ['units', 'unit-rename'],
  checks: {
    renamed: { title: 'The new name is answered' },
    'name-reads-back': { title: 'The new name reads back' },
    'id-stays': { title: 'Renaming keeps the id' },
    'children-stay': { title: 'Renaming keeps the children' },
    'policies-stay': {
      title: 'Renaming keeps the attached policies',
      needs: ['policies', 'policy-attachment'],
    },
  },
  async run({ actors, check, given, all, fresh, offered }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('before') }))
    const child = given(await owner.createUnit({ parent: unit, name: fresh.name('child') }))
    const name = fresh.name('after')
    const renamed = check.done('renamed', await owner.renameUnit({ unit, name }))
    check('id-stays', renamed.id, { equals: unit })
    check('name-reads-back', given(await owner.getUnit({ unit })).name, { equals: name })
    check('children-stay', await all(owner, 'listUnits', { parent: unit }), { includes: child.id })
    if (!offered('policy-attachment')) return
    const twin = given(await owner.createUnit({ parent, name: fresh.name('twin') }))
    const attached = await all(owner, 'listPoliciesOn', { target: twin.id, type: 'control' })
    const kept = await all(owner, 'listPoliciesOn', { target: unit, type: 'control' })
    check('policies-stay', kept.map(({ id }) => id).toSorted(), {
      equals: attached.map(({ id }) => id).toSorted(),
    })
  },
})
