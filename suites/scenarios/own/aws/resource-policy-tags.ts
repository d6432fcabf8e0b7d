import { resourceDocument } from '../../../actors/resource-document.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const resourcePolicyTags: Scenario = scenario({
  id: 'resource-policy-tags',
  title: 'The resource policy is put with its tags or not at all',
  needs: ['resource-policy', 'tags'],
  checks: {
    'duplicate-key-is-refused': {
      title: 'Two tags with one key are refused',
      refusal: 'tagKeyDuplicate',
    },
    'refused-creates-nothing': {
      title: 'No policy is there after refused tags',
      axis: 'atomicity',
      refusal: 'resourcePolicyNotFound',
    },
    'tags-on-first-put': { title: 'The policy is put with tags' },
  },
  async run({ actors, check, given, fresh, sample }) {
    const owner = await actors.owner()
    const content = resourceDocument(sample, owner.id)
    const tag = { key: fresh.name('key'), value: 'blue' }
    const put = (tags: readonly (typeof tag)[]) => owner.putResourcePolicy({ content, tags })
    const outcome = await put([tag, { ...tag, value: 'red' }])
    const read = await owner.getResourcePolicy()
    // what was put by mistake stands in nobody's way
    if (outcome.kind === 'done') given(await owner.deleteResourcePolicy())
    check.done('tags-on-first-put', await put([tag]))
    check.refused('duplicate-key-is-refused', outcome)
    check.refused('refused-creates-nothing', read)
  },
})
