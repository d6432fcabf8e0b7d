import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Detaches a policy that is not attached, to no effect. */
export const detachUnattachedAccepted: KnownFault = {
  name: 'detach-unattached-accepted',
  description: 'detaches a policy that is not attached, to no effect',
  breaks: { aws: ['E17'], huawei: ['R143'] },
  alter: forgiving(['policyNotAttached'], () => done({})),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const policy = await policyNamed(visit, 'Loose')
      return (await visit.boss.detachPolicy({ policy, target })).came
    },
    right: 'policyNotAttached',
    wrong: 'done',
  },
}
