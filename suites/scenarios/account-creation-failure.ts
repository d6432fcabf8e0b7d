import { scenario, type Scenario } from '../dsl/scenario.ts'

export const accountCreationFailure: Scenario = scenario({
  id: 'account-creation-failure',
  title: 'An account with a taken e-mail address is not created',
  needs: ['account-creation', 'account-listing'],
  checks: {
    'taken-email-fails': { title: 'A creation with a taken e-mail address fails' },
    'failure-has-a-reason': { title: 'A failed creation names its reason', axis: 'reason' },
    'failure-has-no-account': { title: 'A failed creation names no account' },
    'failure-adds-no-account': { title: 'A failed creation adds no account', axis: 'atomicity' },
    'failed-is-listed': { title: 'A failed creation is listed as failed' },
  },
  async run({ actors, check, given, all, fresh, ended }) {
    const owner = await actors.owner()
    const email = fresh.email()
    const create = async () => {
      const asked = given(await owner.createAccount({ name: fresh.name('account'), email }))
      return ended(owner, asked)
    }
    const first = await create()
    const before = await all(owner, 'listAccounts', {})
    check.twin(first.state === 'succeeded', 'the first account with that address is created')
    const second = await create()
    check('taken-email-fails', second.state, { equals: 'failed' })
    const failed = second.state === 'failed' ? second : undefined
    check('failure-has-a-reason', failed?.failure, { equals: 'email-taken' })
    check('failure-has-no-account', second.account, { equals: undefined })
    const after = await all(owner, 'listAccounts', {})
    check('failure-adds-no-account', after.length, { equals: before.length })
    check('failed-is-listed', await all(owner, 'listAccountCreations', { states: ['failed'] }), {
      includes: second.id,
    })
  },
})
