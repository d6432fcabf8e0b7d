import { scenario, type Scenario } from '../dsl/scenario.ts'

export const memberRemovalLimits: Scenario = scenario({
  id: 'member-removal-limits',
  title: 'Not every account can be removed',
  needs: ['member-removal', 'account-listing'],
  checks: {
    'management-is-refused': {
      title: 'The management account is not removed',
      refusal: 'removeManagement',
    },
    'management-stays': { title: 'The management account stays listed', axis: 'atomicity' },
    'created-has-to-wait': {
      title: 'A created account is not removed at once',
      refusal: 'waitPeriodActive',
      needs: ['account-creation', 'waiting-period'],
    },
    'refused-stays-listed': {
      title: 'The refused account stays listed',
      axis: 'atomicity',
      needs: ['account-creation', 'waiting-period'],
    },
  },
  async run({ actors, check, given, all, fresh, ended, offered }) {
    const owner = await actors.owner()
    given(await owner.getAccount({ account: owner.id }))
    check.refused('management-is-refused', await owner.removeAccount({ account: owner.id }))
    check('management-stays', await all(owner, 'listAccounts', {}), { includes: owner.id })
    if (!offered('account-creation') || !offered('waiting-period')) return
    const asked = given(
      await owner.createAccount({ name: fresh.name('account'), email: fresh.email() }),
    )
    const { account = '' } = await ended(owner, asked)
    check.twin(account !== '', 'the account is created')
    check.refused('created-has-to-wait', await owner.removeAccount({ account }))
    check('refused-stays-listed', await all(owner, 'listAccounts', {}), { includes: account })
  },
})
