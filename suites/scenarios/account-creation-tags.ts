import { scenario, type Scenario } from '../dsl/scenario.ts'

export const accountCreationTags: Scenario = scenario({
  id: 'account-creation-tags',
  title: 'An account is created with its tags or not at all',
  needs: ['account-creation', 'tags'],
  checks: {
    'tags-read-back': { title: 'Tags of a created account read back' },
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
    'refused-creates-nothing': { title: 'Refused tags create no account', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, fresh, sample, ended, offered }) {
    const owner = await actors.owner()
    const [full, empty] = [
      { key: 'team', value: 'blue' },
      { key: 'note', value: '' },
    ]
    const create = (tags: readonly { readonly key: string; readonly value: string }[]) =>
      owner.createAccount({ name: fresh.name('account'), email: fresh.email(), tags })
    const asked = given(await create([full, empty]))
    const { account = '' } = await ended(owner, asked)
    check.twin(account !== '', 'the account is created')
    const read = await all(owner, 'listTags', { resource: account })
    const valueOf = (wanted: string) => read.find(({ key }) => key === wanted)?.value
    check('tags-read-back', valueOf(full.key), { equals: 'blue' })
    check('empty-value-is-kept', valueOf(empty.key), { equals: '' })
    const creations = async () => (await all(owner, 'listAccountCreations', {})).map(({ id }) => id)
    const before = await creations()
    check.refused('duplicate-key-is-refused', await create([full, { ...full, value: 'red' }]))
    const key = `${sample.reservedTagPrefix ?? ''}${fresh.name('key')}`
    if (offered('reserved-tag-keys'))
      check.refused('reserved-key-is-refused', await create([{ key, value: 'blue' }]))
    check('refused-creates-nothing', await creations(), { equals: before })
  },
})
