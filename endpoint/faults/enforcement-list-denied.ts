import { refused } from '../../specs/model/decision.ts'
import { saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Denies everybody the list of services whose resources can be held to a tag policy. */
export const enforcementListDenied: KnownFault = {
  name: 'enforcement-list-denied',
  description: 'denies everybody the list of services whose resources can be held to a tag policy',
  breaks: { huawei: ['contract/huawei/ListResourceTypesThatSupportEnforcement/minimal/*'] },
  alter: saying('listEnforcedServices', () => refused('accessDenied', 'nobody may ask')),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listEnforcedServices({})).came
    },
    right: 'done',
    wrong: 'accessDenied',
  },
}
