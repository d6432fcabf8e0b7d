import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegateUnknown: Scenario = scenario({
  id: 'delegate-unknown',
  title: 'An unknown account is no delegated administrator',
  needs: ['delegated-administrators', 'trusted-services'],
  checks: {
    'services-of-unknown-are-refused': {
      title: 'The services of an unknown account are refused',
      refusal: 'accountNotFound',
    },
    'deregistering-unknown-is-refused': {
      title: 'Deregistering an unknown account is refused',
      refusal: 'accountNotFound',
    },
  },
  async run({ actors, check, given, sample, unknown }) {
    const owner = await actors.owner()
    const { id: account } = await actors.member(owner)
    const nobody = unknown('account')
    const [service] = await untrustedServices({ given, sample }, owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
    // each of them after its twin: the same command on an administrator
    given(await owner.listDelegations({ account }))
    check.refused(
      'services-of-unknown-are-refused',
      await owner.listDelegations({ account: nobody }),
    )
    given(await owner.deregisterDelegate({ account, service }))
    check.refused(
      'deregistering-unknown-is-refused',
      await owner.deregisterDelegate({ account: nobody, service }),
    )
  },
})
