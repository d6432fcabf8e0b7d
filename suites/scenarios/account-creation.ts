import { scenario, type Scenario } from '../dsl/scenario.ts'

export const accountCreation: Scenario = scenario({
  id: 'account-creation',
  title: 'An account is created and becomes a member',
  needs: ['account-creation', 'account-listing'],
  checks: {
    'request-has-an-id': { title: 'The creation is answered with a request to poll' },
    'creation-succeeds': { title: 'The creation reaches its end' },
    'account-only-after-success': { title: 'The account id comes with success alone' },
    'new-account-is-a-member': { title: 'The new account is a member' },
    'joined-by-creation': { title: 'The new account says that it was created' },
    'creation-is-listed': { title: 'The creation is listed' },
    'listed-by-state': { title: 'Creations are filtered by state' },
    'unknown-creation-is-refused': {
      title: 'An unknown creation is refused',
      refusal: 'creationNotFound',
    },
  },
  async run({ actors, check, given, all, fresh, ended, unknown }) {
    const owner = await actors.owner()
    const wanted = { name: fresh.name('account'), email: fresh.email() }
    const asked = check.done('request-has-an-id', await owner.createAccount(wanted))
    const made = await ended(owner, asked)
    check('creation-succeeds', made.state, { equals: 'succeeded' })
    const early = asked.state === 'running' ? asked.account : undefined
    check('account-only-after-success', [early, made.account, made.failure], {
      holds: early === undefined && made.account !== undefined && made.failure === undefined,
      says: 'an account id after success only, and no failure',
    })
    check.refused(
      'unknown-creation-is-refused',
      await owner.getAccountCreation({ creation: unknown('creation') }),
    )
    const accounts = await all(owner, 'listAccounts', {})
    const listed = accounts.find(({ id }) => id === made.account)
    check('new-account-is-a-member', [listed?.id, listed?.name, listed?.email], {
      equals: [made.account, wanted.name, wanted.email],
    })
    check('creation-is-listed', await all(owner, 'listAccountCreations', {}), {
      includes: asked.id,
    })
    const [good, bad] = [
      await all(owner, 'listAccountCreations', { states: ['succeeded'] }),
      await all(owner, 'listAccountCreations', { states: ['failed'] }),
    ].map((creations) => creations.some(({ id }) => id === asked.id))
    check('listed-by-state', [good, bad], {
      equals: [true, false],
      each: ['listed among those that succeeded', 'listed among those that failed'],
    })
    check.twin(made.account !== undefined, 'the creation names the account')
    const account = given(await owner.getAccount({ account: made.account ?? '' }))
    check('joined-by-creation', account.joinedBy, { equals: 'created' })
  },
})
