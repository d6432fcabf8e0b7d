import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitLifecycle: Scenario = scenario({
  id: 'unit-lifecycle',
  title: 'A unit is created, read and deleted',
  needs: ['units'],
  checks: {
    'unit-under-the-root': { title: 'A unit stands where it was created' },
    'unit-under-a-unit': { title: 'A unit stands under a unit' },
    'unit-reads-back': { title: 'A unit reads back as created' },
    'deleted-unit-is-unlisted': { title: 'A deleted unit is no longer listed' },
    'deleted-unit-is-unknown': {
      title: 'A deleted unit is not found',
      refusal: 'unitNotFound',
    },
    'deleting-twice-is-refused': {
      title: 'Deleting a unit twice is refused',
      refusal: 'unitNotFound',
    },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const name = fresh.name('outer')
    const outer = given(await owner.createUnit({ parent: workspace, name }))
    check('unit-under-the-root', await all(owner, 'listUnits', { parent: workspace }), {
      includes: outer.id,
    })
    const read = given(await owner.getUnit({ unit: outer.id }))
    check('unit-reads-back', [read.id, read.name], { equals: [outer.id, name] })
    const inner = given(await owner.createUnit({ parent: outer.id, name: fresh.name('inner') }))
    check('unit-under-a-unit', await all(owner, 'listUnits', { parent: outer.id }), {
      includes: inner.id,
    })
    given(await owner.deleteUnit({ unit: inner.id }))
    check('deleted-unit-is-unlisted', await all(owner, 'listUnits', { parent: outer.id }), {
      excludes: inner.id,
    })
    check.refused('deleted-unit-is-unknown', await owner.getUnit({ unit: inner.id }))
    check.refused('deleting-twice-is-refused', await owner.deleteUnit({ unit: inner.id }))
  },
})
