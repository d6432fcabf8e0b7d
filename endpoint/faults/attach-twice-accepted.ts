import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { builtinPolicy } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Attaches a policy that is attached already, to no effect. */
export const attachTwiceAccepted: KnownFault = {
  name: 'attach-twice-accepted',
  description: 'attaches a policy that is attached already, to no effect',
  breaks: { aws: ['E13'], huawei: ['R141'] },
  alter: forgiving(['policyAlreadyAttached'], () => done({})),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      return (await visit.boss.attachPolicy({ policy: builtinPolicy(visit), target })).came
    },
    right: 'policyAlreadyAttached',
    wrong: 'done',
  },
}
