import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const trustedServicesStrict: Scenario = scenario({
  id: 'trusted-services-strict',
  title: 'Trust that changes nothing, or that is needed, is refused',
  needs: ['trusted-services', 'delegated-administrators', 'strict-trust'],
  checks: {
    'untrusted-is-not-ended': {
      title: 'No trust is ended where there is none',
      refusal: 'serviceNotTrusted',
    },
    'trusting-twice-is-refused': {
      title: 'Trusting a service twice is refused',
      refusal: 'serviceAlreadyTrusted',
    },
    'needed-trust-is-kept': {
      title: 'Trust that an administrator needs is not ended',
      refusal: 'serviceDelegated',
    },
    'refused-stays-trusted': {
      title: 'The service stays trusted once, with its administrator',
      axis: 'atomicity',
    },
    'freed-trust-is-ended': { title: 'Without administrators the trust is ended' },
  },
  async run({ actors, check, given, all, sample }) {
    const owner = await actors.owner()
    const [service] = await untrustedServices({ given, sample }, owner)
    const { id: account } = await actors.member(owner)
    check.refused('untrusted-is-not-ended', await owner.disableServiceAccess({ service }))
    given(await owner.enableServiceAccess({ service }))
    check.refused('trusting-twice-is-refused', await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
    check.refused('needed-trust-is-kept', await owner.disableServiceAccess({ service }))
    const trusted = (await all(owner, 'listTrustedServices', {})).map((entry) => entry.service)
    const delegates = (await all(owner, 'listDelegates', { service })).map(({ id }) => id)
    check('refused-stays-trusted', [trusted.filter((one) => one === service), delegates], {
      equals: [[service], [account]],
    })
    given(await owner.deregisterDelegate({ account, service }))
    check.done('freed-trust-is-ended', await owner.disableServiceAccess({ service }))
  },
})
