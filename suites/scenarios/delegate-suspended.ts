import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegateSuspended: Scenario = scenario({
  id: 'delegate-suspended',
  title: 'A suspended account administers nothing',
  needs: ['delegated-administrators', 'trusted-services', 'account-closing'],
  checks: {
    'suspended-is-refused': {
      title: 'A suspended account is no delegated administrator',
      refusal: 'delegateSuspended',
    },
    'refused-is-unlisted': { title: 'The suspended account is not listed', axis: 'atomicity' },
  },
  async run({ actors, check, given, all, sample, settled }) {
    const owner = await actors.owner()
    const [service, other] = await untrustedServices({ given, sample }, owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.enableServiceAccess({ service: other }))
    // the twins: accounts that are active, one of them the same
    const { id: account } = await actors.member(owner)
    const { id: active } = await actors.member(owner)
    given(await owner.registerDelegate({ account, service }))
    given(await owner.deregisterDelegate({ account, service }))
    given(await owner.registerDelegate({ account: active, service: other }))
    given(await owner.closeAccount({ account }))
    await settled({
      what: 'the closing of the account',
      patience: 'closing',
      look: () => owner.getAccount({ account }),
      until: ({ status }) => status === 'suspended',
    })
    check.refused('suspended-is-refused', await owner.registerDelegate({ account, service }))
    const listed = (await all(owner, 'listDelegates', {})).map(({ id }) => id)
    check('refused-is-unlisted', [listed.includes(active), listed.includes(account)], {
      equals: [true, false],
      each: ['the active administrator is listed', 'the suspended account is listed'],
    })
  },
})
