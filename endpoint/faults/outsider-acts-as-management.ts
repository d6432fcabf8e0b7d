import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Takes whoever has no organization for the management of the first one. */
export const outsiderActsAsManagement: KnownFault = {
  name: 'outsider-acts-as-management',
  description: 'takes whoever has no organization for the management of the first one',
  breaks: { aws: ['A10', 'D11'], huawei: ['R33', 'R34', 'R74'], tencent: ['S23'] },
  alter: forgiving(['notInOrganization'], (moment) => {
    const [first] = moment.world.organizations.values()
    return decideAs(moment, first === undefined ? {} : { caller: first.management })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.third.listAccounts({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
