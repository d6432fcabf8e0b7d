import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitNameUnique: Scenario = scenario({
  id: 'unit-name-unique',
  title: 'Units under one parent have different names',
  needs: ['units', 'unit-rename'],
  checks: {
    'same-name-is-refused': {
      title: 'Two units of one parent cannot share a name',
      refusal: 'unitNameTaken',
    },
    'refused-is-unlisted': { title: 'The refused unit is not listed', axis: 'atomicity' },
    'rename-to-taken-is-refused': {
      title: "Renaming to a sibling's name is refused",
      refusal: 'unitNameTaken',
    },
    'refused-rename-changes-nothing': {
      title: 'The refused renaming keeps the old name',
      axis: 'atomicity',
    },
    'freed-name-is-taken': { title: 'The name of a deleted unit is free again' },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const { id: parent } = given(
      await owner.createUnit({ parent: workspace, name: fresh.name('parent') }),
    )
    const [name, other] = [fresh.name('taken'), fresh.name('other')]
    const taken = given(await owner.createUnit({ parent, name }))
    const sibling = given(await owner.createUnit({ parent, name: other }))
    check.refused('same-name-is-refused', await owner.createUnit({ parent, name }))
    const units = await all(owner, 'listUnits', { parent })
    check('refused-is-unlisted', units.map(({ id }) => id).toSorted(), {
      equals: [taken.id, sibling.id].toSorted(),
    })
    check.refused('rename-to-taken-is-refused', await owner.renameUnit({ unit: sibling.id, name }))
    check('refused-rename-changes-nothing', given(await owner.getUnit({ unit: sibling.id })).name, {
      equals: other,
    })
    given(await owner.deleteUnit({ unit: taken.id }))
    check.done('freed-name-is-taken', await owner.createUnit({ parent, name }))
  },
})
