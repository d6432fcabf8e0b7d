import { scenario, type Scenario } from '../dsl/scenario.ts'

export const pageTokens: Scenario = scenario({
  id: 'page-tokens',
  title: 'Lists come in pages as small as asked',
  needs: ['page-tokens', 'units', 'account-listing'],
  checks: {
    'size-caps-the-page': { title: 'The page size caps a page', axis: 'pagination' },
    'every-entry-comes': { title: 'Small pages join to every entry', axis: 'pagination' },
    'foreign-token-is-refused': {
      title: 'A made-up token is refused',
      axis: 'pagination',
      refusal: 'pageTokenInvalid',
    },
    'token-of-another-list-is-refused': {
      title: 'A token of another list is refused',
      axis: 'pagination',
      refusal: 'pageTokenInvalid',
    },
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const parent = given(await owner.createUnit({ parent: workspace, name: fresh.name('home') })).id
    const made: string[] = []
    for (const noun of ['one', 'two', 'three']) {
      made.push(given(await owner.createUnit({ parent, name: fresh.name(noun) })).id)
    }
    const first = given(await owner.listUnits({ parent, size: 1 }))
    check('size-caps-the-page', first.items.length, {
      holds: first.items.length <= 1,
      says: 'at most one entry on a page of one',
    })
    const joined = await all(owner, 'listUnits', { parent, size: 1 })
    check('every-entry-comes', joined.map(({ id }) => id).toSorted(), { equals: made.toSorted() })
    check.refused(
      'foreign-token-is-refused',
      await owner.listUnits({ parent, token: 'orgproof-made-this-up' }),
    )
    await all(owner, 'listAccounts', {})
    check.twin(first.next !== undefined, 'the first page carries a token')
    check.refused(
      'token-of-another-list-is-refused',
      await owner.listAccounts({ token: first.next ?? '' }),
    )
  },
})
