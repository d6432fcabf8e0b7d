import { checkPages, idOf, joins } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const pagesOfCreationsJoin: Scenario = scenario({
  id: 'pages-of-creations-join',
  kind: 'law',
  title: 'Pages of account creations join to the whole',
  needs: ['account-creation'],
  checks: {
    creations: joins('Pages of creations join to the whole'),
    'of-one-state': joins('Pages of creations of one state join to the whole'),
  },
  async run({ actors, check, given, all, fresh, ended }) {
    const owner = await actors.owner()
    // what was asked for before is not made again
    const standing = await all(owner, 'listAccountCreations', {})
    for (const noun of ['one', 'two', 'three'].slice(standing.length)) {
      const asked = await owner.createAccount({ name: fresh.name(noun), email: fresh.email() })
      await ended(owner, given(asked))
    }
    await checkPages({ check, given }, 'creations', {
      list: (paging) => owner.listAccountCreations(paging),
      nameOf: idOf,
      least: 3,
    })
    await checkPages({ check, given }, 'of-one-state', {
      list: (paging) => owner.listAccountCreations({ states: ['succeeded'], ...paging }),
      nameOf: idOf,
      least: 1,
    })
  },
})
