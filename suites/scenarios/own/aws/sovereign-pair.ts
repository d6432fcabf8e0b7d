import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const sovereignPair: Scenario = scenario({
  id: 'sovereign-pair',
  title: 'A pair of accounts is created, one of them in the sovereign cloud',
  needs: ['sovereign-accounts', 'account-creation'],
  checks: {
    'both-accounts-are-told': { title: 'The creation tells both accounts of the pair' },
    'pair-is-listed': { title: 'The list of creations tells both accounts of the pair' },
  },
  async run({ actors, check, given, all, fresh, ended }) {
    const owner = await actors.owner()
    const wanted = { name: fresh.name('account'), email: fresh.email() }
    const asked = given(await owner.createSovereignAccount(wanted))
    const { account, sovereignAccount } = await ended(owner, asked)
    const both = new Set([account, sovereignAccount].filter((id) => id !== undefined))
    check('both-accounts-are-told', [account, sovereignAccount], {
      holds: both.size === 2,
      says: 'the ids of two accounts',
    })
    const listed = (await all(owner, 'listAccountCreations', {})).find(({ id }) => id === asked.id)
    check('pair-is-listed', [listed?.account, listed?.sovereignAccount], {
      equals: [account, sovereignAccount],
    })
  },
})
