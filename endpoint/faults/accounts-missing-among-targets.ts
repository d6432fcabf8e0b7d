import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves accounts out of the targets of a policy. */
export const accountsMissingAmongTargets: KnownFault = {
  name: 'accounts-missing-among-targets',
  description: 'leaves accounts out of the targets of a policy',
  breaks: { aws: ['K9'], huawei: ['R145'] },
  alter: listing('listTargetsOf', ({ kind }) => kind !== 'account'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'Tight')
      await visit.boss.attachPolicy({ policy, target: visit.boss.id })
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
