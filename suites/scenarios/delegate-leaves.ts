import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegateLeaves: Scenario = scenario({
  id: 'delegate-leaves',
  title: 'A delegated administrator does not leave',
  needs: ['delegated-administrators', 'trusted-services', 'member-leave', 'invitations'],
  checks: {
    'delegate-does-not-leave': {
      title: 'A delegated administrator does not leave',
      refusal: 'delegateCannotLeave',
    },
    'refused-stays-listed': { title: 'The refused account stays listed', axis: 'atomicity' },
    'former-delegate-leaves': { title: 'After deregistration the account leaves' },
  },
  async run({ actors, check, given, all, sample, invited }) {
    const owner = await actors.owner()
    const [service] = await untrustedServices({ given, sample }, owner)
    // an invited account: a created one might have to wait before it leaves
    const delegate = await invited(owner)
    const { id: account } = delegate
    given(await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
    check.refused('delegate-does-not-leave', await delegate.leaveOrganization())
    check('refused-stays-listed', await all(owner, 'listAccounts', {}), { includes: account })
    given(await owner.deregisterDelegate({ account, service }))
    check.done('former-delegate-leaves', await delegate.leaveOrganization())
  },
})
