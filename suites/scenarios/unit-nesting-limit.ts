import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitNestingLimit: Scenario = scenario({
  id: 'unit-nesting-limit',
  title: 'Units nest down to a stated depth and no deeper',
  needs: ['units'],
  checks: {
    'deepest-is-created': { title: 'Units nest to the deepest level' },
    'one-deeper-is-refused': {
      title: 'One level deeper is refused',
      refusal: 'unitDepthExceeded',
    },
    'refused-is-unlisted': { title: 'The refused unit is not listed', axis: 'atomicity' },
    'sibling-of-the-deepest': { title: 'A sibling of the deepest unit is created' },
  },
  async run({ actors, check, given, all, fresh, limit }) {
    const owner = await actors.owner()
    const workspace = await actors.workspace(owner)
    const levels = limit('unitDepth', 20) - workspace.depth
    let above = workspace.id
    let parent = workspace.id
    for (let level = 1; level < levels; level += 1) {
      above = parent
      const made = await owner.createUnit({ parent, name: fresh.name('level') })
      // refused on the way: the deepest level is not reached
      if (made.kind !== 'done') check.done('deepest-is-created', made, 'unitDepth')
      parent = given(made).id
    }
    above = parent
    const deepest = check.done(
      'deepest-is-created',
      await owner.createUnit({ parent, name: fresh.name('deepest') }),
      'unitDepth',
    )
    check.refused(
      'one-deeper-is-refused',
      await owner.createUnit({ parent: deepest.id, name: fresh.name('deeper') }),
      { beyond: 'unitDepth' },
    )
    check('refused-is-unlisted', await all(owner, 'listUnits', { parent: deepest.id }), {
      equals: [],
    })
    check.done(
      'sibling-of-the-deepest',
      await owner.createUnit({ parent: above, name: fresh.name('sibling') }),
    )
  },
})
