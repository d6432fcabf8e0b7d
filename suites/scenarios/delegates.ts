import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegates: Scenario = scenario({
  id: 'delegates',
  title: 'A member administers a service for the organization',
  needs: ['delegated-administrators', 'trusted-services'],
  checks: {
    'unknown-account-is-refused': {
      title: 'An unknown account is not made an administrator',
      refusal: 'accountNotFound',
    },
    'unknown-service-is-refused': {
      title: 'An unknown service has no administrator',
      refusal: 'serviceUnknown',
      // a service that nobody knows is not trusted, either
      or: 'serviceNotTrusted',
    },
    'delegate-is-registered': { title: 'A member is made an administrator' },
    'delegate-is-listed': { title: 'A delegated administrator is listed' },
    'listed-by-service': { title: 'Delegated administrators are filtered by service' },
    'its-services-are-listed': { title: 'The services of an administrator are listed' },
    'untrusted-service-is-refused': {
      title: 'A service that is not trusted has no administrator',
      refusal: 'serviceNotTrusted',
    },
    'registering-twice-is-refused': {
      title: 'Registering an administrator twice is refused',
      refusal: 'delegateAlready',
    },
    'delegate-is-deregistered': { title: 'An administrator is deregistered' },
    'deregistered-is-unlisted': { title: 'A former administrator is not listed' },
    'unregistered-is-refused': {
      title: 'Deregistering a plain member is refused',
      refusal: 'delegateMissing',
    },
    'services-of-unregistered': {
      title: 'The services of a plain member are refused',
      refusal: 'delegateMissing',
    },
  },
  async run({ actors, check, given, all, sample, unknown }) {
    const owner = await actors.owner()
    const { id: account } = await actors.member(owner)
    const [service, untrusted] = await untrustedServices({ given, sample }, owner)
    given(await owner.enableServiceAccess({ service }))
    const delegate = (who: string, what: string) =>
      owner.registerDelegate({ account: who, service: what })
    check.refused('unknown-account-is-refused', await delegate(unknown('account'), service))
    check.refused('unknown-service-is-refused', await delegate(account, sample.unknownService))
    check.done('delegate-is-registered', await delegate(account, service))
    const listed = async (args: { readonly service?: string } = {}) =>
      (await all(owner, 'listDelegates', args)).some(({ id }) => id === account)
    const before = await listed()
    check('delegate-is-listed', before, { equals: true })
    const filtered = [await listed({ service }), await listed({ service: untrusted })]
    check('listed-by-service', filtered, {
      equals: [true, false],
      each: ['listed for its own service', 'listed for another service'],
    })
    const services = await all(owner, 'listDelegations', { account })
    check(
      'its-services-are-listed',
      services.map((entry) => entry.service),
      { includes: service },
    )
    check.refused('registering-twice-is-refused', await delegate(account, service))
    check.done('delegate-is-deregistered', await owner.deregisterDelegate({ account, service }))
    check.refused('unregistered-is-refused', await owner.deregisterDelegate({ account, service }))
    check.refused('services-of-unregistered', await owner.listDelegations({ account }))
    const after = await listed()
    check.refused('untrusted-service-is-refused', await delegate(account, untrusted))
    check.twin(before, 'the administrator was listed while it was one')
    check('deregistered-is-unlisted', after, { equals: false })
  },
})
