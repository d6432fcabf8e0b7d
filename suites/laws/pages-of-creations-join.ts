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
  async run({ actors, check, given, fresh }) {
    const owner = await actors.owner()
    for (const noun of ['one', 'two', 'three']) {
      given(await owner.createAccount({ name: fresh.name(noun), email: fresh.email() }))
    }
    await checkPages({ check, given }, 'creations', {
      list: (paging) => owner.listAccountCreations(paging),
      nameOf: idOf,
      least: 3,
    })
  },
})
