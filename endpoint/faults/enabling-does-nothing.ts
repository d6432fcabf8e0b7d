import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, minute } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that a policy type is enabled and leaves it as it was. */
export const enablingDoesNothing: KnownFault = {
  name: 'enabling-does-nothing',
  description: 'confirms that a policy type is enabled and leaves it as it was',
  breaks: { aws: ['E20'], huawei: ['R132'] },
  alter: confirming('enablePolicyType'),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(minute)
      const policy = await policyNamed(visit, 'T', 'tag')
      return (await visit.boss.attachPolicy({ policy, target: root })).came
    },
    right: 'done',
    wrong: 'policyTypeNotEnabled',
  },
}
