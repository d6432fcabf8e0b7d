import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Lets the management account leave, to no effect. */
export const managementCanLeave: KnownFault = {
  name: 'management-can-leave',
  description: 'lets the management account leave, to no effect',
  breaks: { aws: ['C27'], huawei: ['R35'], tencent: ['S2'] },
  alter: forgiving(['leaveManagement', 'removeManagement'], () => done({})),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.leaveOrganization({})).came
    },
    right: 'leaveManagement',
    wrong: 'done',
  },
}
