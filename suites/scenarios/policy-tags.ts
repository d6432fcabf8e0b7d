import type { Tag } from '../../specs/vocabulary/verbs.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const policyTags: Scenario = scenario({
  id: 'policy-tags',
  title: 'A policy is created with its tags or not at all',
  needs: ['policies', 'tags'],
  checks: {
    'tags-read-back': { title: 'Tags given at creation read back' },
    'duplicate-key-is-refused': {
      title: 'Two tags with one key are refused',
      refusal: 'tagKeyDuplicate',
    },
    'reserved-key-is-refused': {
      title: 'A tag key of the vendor is refused',
      refusal: 'tagKeyReserved',
      needs: ['reserved-tag-keys'],
    },
    'refused-creates-nothing': {
      title: 'No policy is created with refused tags',
      axis: 'atomicity',
    },
    'as-many-as-allowed': { title: 'A policy is created with as many tags as allowed' },
    'too-many-is-refused': {
      title: 'More tags than the limit are refused',
      refusal: 'tagLimitExceeded',
    },
  },
  async run({ actors, check, given, all, fresh, sample, limit, offered }) {
    const owner = await actors.owner()
    const tag = () => ({ key: fresh.name('key'), value: 'blue' })
    const one = tag()
    const asked: string[] = []
    const create = (tags: readonly Tag[]) => {
      const draft = draftPolicy({ fresh, sample }, 'control')
      asked.push(draft.name)
      return owner.createPolicy({ ...draft, tags })
    }
    const policy = given(await create([one]))
    check('tags-read-back', await all(owner, 'listTags', { resource: policy.id }), {
      equals: [one],
    })
    check.refused('duplicate-key-is-refused', await create([one, { ...one, value: 'red' }]))
    const reserved = { ...one, key: `${sample.reservedTagPrefix ?? ''}${fresh.name('key')}` }
    if (offered('reserved-tag-keys'))
      check.refused('reserved-key-is-refused', await create([one, reserved]))
    const names = (await all(owner, 'listPolicies', { type: 'control' })).map(({ name }) => name)
    check(
      'refused-creates-nothing',
      asked.filter((name) => names.includes(name)),
      { equals: asked.slice(0, 1) },
    )
    const most = Array.from({ length: limit('tagsPerResource', 500) }, tag)
    check.refused('too-many-is-refused', await create([...most, tag()]), {
      beyond: 'tagsPerResource',
    })
    check.done('as-many-as-allowed', await create(most), 'tagsPerResource')
  },
})
