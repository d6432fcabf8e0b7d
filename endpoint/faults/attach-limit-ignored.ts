import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { founded, policyNamed } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Attaches any number of policies to one target. */
export const attachLimitIgnored: KnownFault = {
  name: 'attach-limit-ignored',
  description: 'attaches any number of policies to one target',
  breaks: { aws: ['E14'], huawei: ['R142'] },
  alter: withoutLimits('controlPoliciesPerTarget', 'otherPoliciesPerTarget'),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const came: string[] = []
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        const policy = await policyNamed(visit, name)
        came.push((await visit.boss.attachPolicy({ policy, target })).came)
      }
      return came.at(-1)
    },
    right: 'attachmentLimitExceeded',
    wrong: 'done',
  },
}
