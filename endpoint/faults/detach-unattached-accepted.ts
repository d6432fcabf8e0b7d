import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Detaches a policy that is not attached, to no effect. */
export const detachUnattachedAccepted: Fault = {
  name: 'detach-unattached-accepted',
  description: 'detaches a policy that is not attached, to no effect',
  breaks: { aws: ['E17'], huawei: ['R143'] },
  alter: forgiving(['policyNotAttached'], () => done({})),
}
