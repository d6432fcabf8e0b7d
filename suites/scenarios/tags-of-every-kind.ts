import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const tagsOfEveryKind: Scenario = scenario({
  id: 'tags-of-every-kind',
  title: 'Accounts, roots, units and policies carry tags',
  needs: ['tags', 'units', 'policies'],
  checks: {
    'account-is-tagged': { title: 'An account carries tags' },
    'root-is-tagged': { title: 'A root carries tags' },
    'unit-is-tagged': { title: 'A unit carries tags' },
    'policy-is-tagged': { title: 'A policy carries tags' },
    'empty-value-is-kept': { title: 'An empty tag value is kept' },
    'tag-is-removed': { title: 'A removed tag is gone and others stay' },
    'unknown-resource-is-refused': {
      title: 'Tagging an unknown resource is refused',
      refusal: 'tagTargetNotFound',
    },
    'reading-unknown-is-refused': {
      title: 'Reading tags of an unknown resource is refused',
      refusal: 'tagTargetNotFound',
    },
    'untagging-unknown-is-refused': {
      title: 'Untagging an unknown resource is refused',
      refusal: 'tagTargetNotFound',
    },
  },
  async run({ actors, check, given, all, fresh, sample, unknown }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const unit = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const [first, empty] = [
      { key: fresh.name('key'), value: 'blue' },
      { key: fresh.name('key'), value: '' },
    ]
    const tagged = async (
      key: 'unit-is-tagged' | 'root-is-tagged' | 'policy-is-tagged' | 'account-is-tagged',
      resource: string,
    ): Promise<void> => {
      check.ensured(key, await owner.tagResource({ resource, tags: [first, empty] }))
      const tags = await all(owner, 'listTags', { resource })
      check(key, 'tags', {
        holds: tags.some(({ key: name, value }) => name === first.key && value === first.value),
        says: 'the tag is among the tags read back',
      })
    }
    await tagged('unit-is-tagged', unit)
    const read = await all(owner, 'listTags', { resource: unit })
    check('empty-value-is-kept', read.find(({ key }) => key === empty.key)?.value, { equals: '' })
    given(await owner.untagResource({ resource: unit, keys: [first.key] }))
    const left = await all(owner, 'listTags', { resource: unit })
    check('tag-is-removed', left, { equals: [empty] })
    const resource = unknown('unit')
    check.refused(
      'unknown-resource-is-refused',
      await owner.tagResource({ resource, tags: [first] }),
    )
    check.refused('reading-unknown-is-refused', await owner.listTags({ resource }))
    check.refused(
      'untagging-unknown-is-refused',
      await owner.untagResource({ resource, keys: [first.key] }),
    )
    await tagged('root-is-tagged', await actors.root(owner))
    const policy = await owner.createPolicy(draftPolicy({ fresh, sample }, 'control'))
    await tagged('policy-is-tagged', given(policy).id)
    await tagged('account-is-tagged', owner.id)
  },
})
