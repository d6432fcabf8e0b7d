import { done } from '../../specs/model/decision.ts'
import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { serviceOf } from '../fault-kit/arrange-services.ts'
import { created, founded, minute } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Makes accounts that are closed the delegated administrators of services. */
export const closedAccountsAdminister: KnownFault = {
  name: 'closed-accounts-administer',
  description: 'makes accounts that are closed the delegated administrators of services',
  breaks: { aws: ['G8'], huawei: ['model/huawei/RegisterDelegatedAdministrator/outcome'] },
  alter: forgiving(['delegateSuspended'], (moment) =>
    moment.command.verb === 'registerDelegate' ? done({}) : decideAs(moment, {}),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      visit.wait(minute)
      const service = serviceOf(visit)
      await visit.boss.enableServiceAccess({ service })
      return (await visit.boss.registerDelegate({ account, service })).came
    },
    right: 'delegateSuspended',
    wrong: 'done',
  },
}
