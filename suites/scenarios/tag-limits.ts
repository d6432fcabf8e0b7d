import { areRefusedAlike, judgeRoom } from '../dsl/quota-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const tagLimits: Scenario = scenario({
  id: 'tag-limits',
  title: 'Tags of a resource have limits',
  needs: ['tags', 'units'],
  checks: {
    'as-many-as-allowed': { title: 'As many tags as allowed are kept' },
    'one-more-is-refused': { title: 'One tag more is refused', refusal: 'tagLimitExceeded' },
    'removed-makes-room': { title: 'A removed tag makes room for another' },
    'duplicate-key-is-refused': {
      title: 'Two tags with one key are refused',
      refusal: 'tagKeyDuplicate',
    },
    'reserved-key-is-refused': {
      title: 'A tag key of the vendor is refused',
      refusal: 'tagKeyReserved',
      needs: ['reserved-tag-keys'],
    },
    'good-beside-bad-is-not-added': {
      title: 'A good tag beside a bad one is not added',
      axis: 'atomicity',
    },
  },
  async run({ actors, check, given, all, fresh, sample, limit, offered }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const resource = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const tag = () => ({ key: fresh.name('key'), value: 'blue' })
    const twice = tag()
    given(await owner.tagResource({ resource, tags: [twice] }))
    check.refused(
      'duplicate-key-is-refused',
      await owner.tagResource({ resource, tags: [tag(), twice, { ...twice, value: 'red' }] }),
    )
    const good = tag()
    const reserved = { key: `${sample.reservedTagPrefix ?? ''}${fresh.name('key')}`, value: 'blue' }
    if (offered('reserved-tag-keys'))
      check.refused(
        'reserved-key-is-refused',
        await owner.tagResource({ resource, tags: [good, reserved] }),
      )
    check('good-beside-bad-is-not-added', await all(owner, 'listTags', { resource }), {
      equals: [twice],
    })
    const most = limit('tagsPerResource', 500)
    const rest = Array.from({ length: most - 1 }, tag)
    const filled = await owner.tagResource({ resource, tags: rest })
    if (filled.kind !== 'done') check.done('as-many-as-allowed', filled, 'tagsPerResource')
    given(filled)
    const full = await all(owner, 'listTags', { resource })
    check('as-many-as-allowed', full.length, { equals: most })
    const outcome = await owner.tagResource({ resource, tags: [tag()] })
    check.refused('one-more-is-refused', outcome, { beyond: 'tagsPerResource' })
    given(await owner.untagResource({ resource, keys: [twice.key] }))
    const again = await owner.tagResource({ resource, tags: [tag()] })
    const isFull = areRefusedAlike(outcome, again)
    judgeRoom({ check }, 'removed-makes-room', { again, isFull })
  },
})
