import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms an attachment and forgets it. */
export const attachDoesNothing: KnownFault = {
  name: 'attach-does-nothing',
  description: 'confirms an attachment and forgets it',
  breaks: { aws: ['K9', 'E10'], huawei: ['R145', 'R128'] },
  alter: confirming('attachPolicy'),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const policy = await policyNamed(visit, 'Loose')
      await visit.boss.attachPolicy({ policy, target })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
