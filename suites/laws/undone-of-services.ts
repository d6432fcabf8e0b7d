import { scenario, type Scenario } from '../dsl/scenario.ts'
import { checkTraces, type Traceless } from '../dsl/traces.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const undoneOfServices: Scenario = scenario({
  id: 'undone-of-services',
  kind: 'law',
  title: 'Trust and delegation that are taken back leave no trace',
  needs: ['trusted-services'],
  checks: {
    trust: { title: 'Trust that is taken back leaves no trace' },
    delegation: {
      title: 'A delegation that is taken back leaves no trace',
      needs: ['delegated-administrators'],
    },
  },
  async run({ actors, check, given, world, sample, offered }) {
    const owner = await actors.owner()
    const [other, service] = await untrustedServices({ given, sample }, owner)
    given(await owner.enableServiceAccess({ service: other }))
    const doings: Traceless<'trust' | 'delegation'>[] = [
      {
        key: 'trust',
        perform: async () => {
          given(await owner.enableServiceAccess({ service }))
          given(await owner.disableServiceAccess({ service }))
        },
      },
    ]
    if (offered('delegated-administrators')) {
      const { id: account } = await actors.delegate(owner)
      doings.push({
        key: 'delegation',
        perform: async () => {
          given(await owner.registerDelegate({ account, service: other }))
          given(await owner.deregisterDelegate({ account, service: other }))
        },
      })
    }
    await checkTraces(check, () => world(owner), doings)
  },
})
