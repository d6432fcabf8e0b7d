import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitTags: Scenario = scenario({
  id: 'unit-tags',
  title: 'A unit is created with its tags or not at all',
  needs: ['units', 'tags'],
  checks: {
    'tags-read-back': { title: 'Tags given at creation read back' },
    'new-value-replaces': { title: 'A new value that is accepted replaces the one before' },
    'empty-value-is-kept': { title: 'An empty tag value is kept' },
    'duplicate-key-is-refused': {
      title: 'Two tags with one key are refused',
      refusal: 'tagKeyDuplicate',
    },
    'reserved-key-is-refused': {
      title: 'A tag key of the vendor is refused',
      refusal: 'tagKeyReserved',
      needs: ['reserved-tag-keys'],
    },
    'as-many-as-allowed': { title: 'A unit is created with as many tags as allowed' },
    'too-many-is-refused': {
      title: 'More tags than the limit are refused',
      refusal: 'tagLimitExceeded',
    },
    'too-many-creates-nothing': {
      title: 'No unit is created with too many tags',
      axis: 'atomicity',
    },
    'refused-creates-nothing': {
      title: 'No unit is created with refused tags',
      axis: 'atomicity',
    },
  },
  async run({ actors, check, given, all, fresh, sample, limit, offered }) {
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const parent = given(await owner.createUnit({ parent: workspace, name: fresh.name('home') })).id
    const tag = (value: string) => ({ key: fresh.name('key'), value })
    const [full, empty] = [tag('blue'), tag('')]
    const unit = given(
      await owner.createUnit({ parent, name: fresh.name('tagged'), tags: [full, empty] }),
    )
    const read = await all(owner, 'listTags', { resource: unit.id })
    const valueOf = (wanted: string) => read.find(({ key }) => key === wanted)?.value
    check('tags-read-back', valueOf(full.key), { equals: 'blue' })
    check('empty-value-is-kept', valueOf(empty.key), { equals: '' })
    const create = (tags: readonly { readonly key: string; readonly value: string }[]) =>
      owner.createUnit({ parent, name: fresh.name('refused'), tags })
    check.refused('duplicate-key-is-refused', await create([full, { ...full, value: 'red' }]))
    const reserved = `${sample.reservedTagPrefix ?? ''}${fresh.name('key')}`
    if (offered('reserved-tag-keys'))
      check.refused('reserved-key-is-refused', await create([{ key: reserved, value: 'blue' }]))
    const units = async () => (await all(owner, 'listUnits', { parent })).map(({ id }) => id)
    check('refused-creates-nothing', await units(), { equals: [unit.id] })
    const most = Array.from({ length: limit('tagsPerResource', 500) }, () => tag('blue'))
    check.refused('too-many-is-refused', await create([...most, tag('blue')]), {
      beyond: 'tagsPerResource',
    })
    check('too-many-creates-nothing', await units(), { equals: [unit.id] })
    const tags = [{ key: full.key, value: 'green' }]
    // it may be refused, too: then the value before stays
    const { kind } = await owner.tagResource({ resource: unit.id, tags })
    const changed = await all(owner, 'listTags', { resource: unit.id })
    check('new-value-replaces', changed.find(({ key }) => key === full.key)?.value, {
      equals: kind === 'done' ? 'green' : 'blue',
    })
    check.done('as-many-as-allowed', await create(most), 'tagsPerResource')
  },
})
