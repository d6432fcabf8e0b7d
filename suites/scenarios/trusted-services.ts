import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const trustedServices: Scenario = scenario({
  id: 'trusted-services',
  title: 'A service is trusted and no longer trusted',
  needs: ['trusted-services'],
  checks: {
    'service-is-trusted': { title: 'A service is trusted' },
    'trusted-is-listed': { title: 'A trusted service is listed' },
    'unknown-service-is-refused': {
      title: 'An unknown service is refused',
      refusal: 'serviceUnknown',
    },
    'refused-is-unlisted': { title: 'The refused service is not listed', axis: 'atomicity' },
    'service-is-distrusted': { title: 'A service is no longer trusted' },
    'distrusted-is-unlisted': { title: 'A service no longer trusted is not listed' },
  },
  async run({ actors, check, given, all, sample }) {
    const owner = await actors.owner()
    const [service, other] = await untrustedServices({ given, sample }, owner)
    const listed = async (...services: readonly string[]) => {
      const trusted = (await all(owner, 'listTrustedServices', {})).map((entry) => entry.service)
      return services.map((one) => trusted.includes(one))
    }
    check.done('service-is-trusted', await owner.enableServiceAccess({ service }))
    given(await owner.enableServiceAccess({ service: other }))
    check('trusted-is-listed', await listed(service, other), {
      equals: [true, true],
      each: ['the first service is listed', 'the second service is listed'],
    })
    const { unknownService } = sample
    check.refused(
      'unknown-service-is-refused',
      await owner.enableServiceAccess({ service: unknownService }),
    )
    check('refused-is-unlisted', await listed(service, unknownService), {
      equals: [true, false],
      each: ['the trusted service is listed', 'the refused service is listed'],
    })
    check.done('service-is-distrusted', await owner.disableServiceAccess({ service: other }))
    check('distrusted-is-unlisted', await listed(service, other), {
      equals: [true, false],
      each: ['the service still trusted is listed', 'the service no longer trusted is listed'],
    })
  },
})
