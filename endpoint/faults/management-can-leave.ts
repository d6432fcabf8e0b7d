import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Lets the management account leave, to no effect. */
export const managementCanLeave: Fault = {
  name: 'management-can-leave',
  description: 'lets the management account leave, to no effect',
  breaks: { aws: ['C27'], huawei: ['R35'], tencent: ['S2'] },
  alter: forgiving(['leaveManagement', 'removeManagement'], () => done({})),
}
