import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegateStays: Scenario = scenario({
  id: 'delegate-stays',
  title: 'A delegated administrator is not removed',
  needs: ['delegated-administrators', 'trusted-services', 'member-removal', 'invitations'],
  checks: {
    'delegate-is-not-removed': {
      title: 'A delegated administrator is not removed',
      refusal: 'delegateCannotLeave',
    },
    'refused-stays-listed': { title: 'The refused account stays listed', axis: 'atomicity' },
    'former-delegate-is-removed': { title: 'After deregistration the account is removed' },
    'removed-is-unlisted': { title: 'The account that was removed is not listed' },
  },
  async run({ actors, check, given, all, sample, invited }) {
    const owner = await actors.owner()
    const [service] = await untrustedServices({ given, sample }, owner)
    // an invited account: a created one might have to wait before it is removed
    const { id: account } = await invited(owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
    check.refused('delegate-is-not-removed', await owner.removeAccount({ account }))
    check('refused-stays-listed', await all(owner, 'listAccounts', {}), { includes: account })
    given(await owner.deregisterDelegate({ account, service }))
    check.done('former-delegate-is-removed', await owner.removeAccount({ account }))
    const left = (await all(owner, 'listAccounts', {})).map(({ id }) => id)
    check('removed-is-unlisted', left, {
      holds: left.includes(owner.id) && !left.includes(account),
      says: `${owner.id} is listed and ${account} is not`,
    })
  },
})
