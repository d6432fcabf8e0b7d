import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, minute } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that a policy type is disabled and leaves it enabled. */
export const disablingDoesNothing: KnownFault = {
  name: 'disabling-does-nothing',
  description: 'confirms that a policy type is disabled and leaves it enabled',
  breaks: { aws: ['E20'], huawei: ['R133'] },
  alter: confirming('disablePolicyType'),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(minute)
      await visit.boss.disablePolicyType({ root, type: 'tag' })
      visit.wait(minute)
      const policy = await policyNamed(visit, 'T', 'tag')
      return (await visit.boss.attachPolicy({ policy, target: root })).came
    },
    right: 'policyTypeNotEnabled',
    wrong: 'done',
  },
}
