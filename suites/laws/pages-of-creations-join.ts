import { checkPages, idOf, joins } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const pagesOfCreationsJoin: Scenario = scenario({
  id: 'pages-of-creations-join',
  kind: 'law',
  title: 'Pages of account creations join to the whole',
  needs: ['account-creation'],
  checks: {
    creations: joins('Pages of creations join to the whole'),
  },
  async run({ actors, check, given, all, fresh }) {
    const owner = await actors.owner()
    // what was asked for before is not made again
    const standing = await all(owner, 'listAccountCreations', {})
    for (const noun of ['one', 'two', 'three'].slice(standing.length)) {
      given(await owner.createAccount({ name: fresh.name(noun), email: fresh.email() }))
    }
    await checkPages({ check, given }, 'creations', {
      list: (paging) => owner.listAccountCreations(paging),
      nameOf: idOf,
      least: 3,
    })
  },
})
