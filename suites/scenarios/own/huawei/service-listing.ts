import { scenario, type Scenario } from '../../../dsl/scenario.ts'
import { untrustedServices } from '../../../dsl/untrusted-services.ts'

export const serviceListing: Scenario = scenario({
  id: 'service-listing',
  title: 'Services that can be trusted are listed',
  needs: ['service-listing', 'trusted-services'],
  checks: {
    'listed-is-trusted': { title: 'A service that is listed can be trusted' },
    'unknown-is-unlisted': { title: 'A service that can not be trusted is not listed' },
  },
  async run({ actors, check, all, given, sample }) {
    const owner = await actors.owner()
    const [service] = await untrustedServices({ given, sample }, owner)
    const listed = await all(owner, 'listServices', {})
    check.twin(listed.includes(service), `${service} is listed`)
    check.done('listed-is-trusted', await owner.enableServiceAccess({ service }))
    check('unknown-is-unlisted', listed, { excludes: sample.unknownService })
  },
})
