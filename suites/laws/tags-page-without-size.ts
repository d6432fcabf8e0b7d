import { scenario, type Scenario } from '../dsl/scenario.ts'

export const tagsPageWithoutSize: Scenario = scenario({
  id: 'tags-page-without-size',
  kind: 'law',
  title: 'Tags come complete although their pages have no size',
  needs: ['tags', 'units'],
  checks: {
    'every-tag-comes': { title: 'Pages of tags join to every tag', axis: 'pagination' },
  },
  async run({ actors, check, given, all, fresh, limit }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const resource = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const tags = Array.from({ length: Math.min(30, limit('tagsPerResource')) }, () => ({
      key: fresh.name('key'),
      value: 'blue',
    }))
    given(await owner.tagResource({ resource, tags }))
    const read = await all(owner, 'listTags', { resource })
    check('every-tag-comes', read.map(({ key }) => key).toSorted(), {
      equals: tags.map(({ key }) => key).toSorted(),
    })
  },
})
