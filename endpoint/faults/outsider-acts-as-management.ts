import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Takes whoever has no organization for the management of the first one. */
export const outsiderActsAsManagement: Fault = {
  name: 'outsider-acts-as-management',
  description: 'takes whoever has no organization for the management of the first one',
  breaks: { aws: ['A10', 'D11'], huawei: ['R33', 'R34', 'R74'], tencent: ['S23'] },
  alter: forgiving(['notInOrganization'], (moment) => {
    const [first] = moment.world.organizations.values()
    return decideAs(moment, first === undefined ? {} : { caller: first.management })
  }),
}
