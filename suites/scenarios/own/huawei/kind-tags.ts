import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const kindTags: Scenario = scenario({
  id: 'kind-tags',
  title: 'Tags said with a kind are the tags said without',
  needs: ['kind-tags', 'units', 'tags'],
  checks: {
    'with-reads-without': { title: 'Tags written with a kind are read without it' },
    'without-reads-with': { title: 'Tags written without a kind are read with it' },
    'taken-away-both-ways': { title: 'Either way takes away what the other wrote' },
    'wrong-kind-is-refused': {
      title: 'A resource of another kind is refused',
      refusal: 'tagTargetNotFound',
    },
    'refused-adds-nothing': { title: 'The refused tag is not there', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const resource = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const named = { kind: 'unit', resource }
    const [one, other, third] = ['one', 'other', 'third'].map((noun) => ({
      key: fresh.name(noun),
      value: 'yes',
    })) as [Tag, Tag, Tag]
    given(await owner.tagResourceOfKind({ ...named, tags: [one] }))
    check('with-reads-without', await all(owner, 'listTags', { resource }), { equals: [one] })
    given(await owner.tagResource({ resource, tags: [other] }))
    const keys = async () => (await all(owner, 'listTagsOfKind', named)).map(({ key }) => key)
    check('without-reads-with', (await keys()).toSorted(), {
      equals: [one.key, other.key].toSorted(),
    })
    const wrong = { kind: 'account', resource, tags: [third] }
    check.refused('wrong-kind-is-refused', await owner.tagResourceOfKind(wrong))
    check('refused-adds-nothing', (await keys()).includes(third.key), { equals: false })
    given(await owner.untagResource({ resource, keys: [one.key] }))
    given(await owner.untagResourceOfKind({ ...named, tags: [other] }))
    check('taken-away-both-ways', await keys(), { equals: [] })
  },
})

interface Tag {
  readonly key: string
  readonly value: string
}
