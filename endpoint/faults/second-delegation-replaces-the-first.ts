import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { delegated, serviceOf } from '../fault-kit/arrange-services.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Forgets which services an account administers when it is registered for another one. */
export const secondDelegationReplacesTheFirst: KnownFault = {
  name: 'second-delegation-replaces-the-first',
  description: 'forgets the services of a delegated administrator that gets another one',
  breaks: {
    aws: ['G12', 'model/aws/ListDelegatedServicesForAccount/*'],
    huawei: ['model/huawei/ListServicesManagedByDelegatedAdministratorAccount/*'],
  },
  alter: saying('registerDelegate', (moment) => {
    const { account, service } = moment.args
    return rewritten(decideAs(moment, {}), (written) => ({
      ...written,
      delegations: written.delegations.filter(
        (one) => one.account !== account || one.service === service,
      ),
    }))
  }),
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      const service = serviceOf(visit, 1)
      await visit.boss.enableServiceAccess({ service })
      await visit.boss.registerDelegate({ account, service })
      return (await visit.boss.listDelegations({ account })).result.items.length
    },
    right: 2,
    wrong: 1,
  },
}
