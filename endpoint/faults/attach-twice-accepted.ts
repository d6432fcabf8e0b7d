import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Attaches a policy that is attached already, to no effect. */
export const attachTwiceAccepted: Fault = {
  name: 'attach-twice-accepted',
  description: 'attaches a policy that is attached already, to no effect',
  breaks: { aws: ['E13'], huawei: ['R141'] },
  alter: forgiving(['policyAlreadyAttached'], () => done({})),
}
