import { founded, policyNamed } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Names the lower limit when the upper one is meant. */
export const reasonWrong: KnownFault = {
  name: 'reason-wrong',
  description: 'names the lower limit when the upper one is meant',
  breaks: { aws: ['E14'], huawei: ['R142'] },
  alter: ({ explain }) => ({
    explain: (refused) =>
      explain(
        refused.refusal === 'attachmentLimitExceeded'
          ? { ...refused, refusal: 'lastPolicyDetached', operation: 'DetachPolicy' }
          : refused,
      ),
  }),
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
    wrong: 'lastPolicyDetached',
  },
}
