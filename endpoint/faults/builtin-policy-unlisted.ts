import { founded } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the vendor's own policy out of the list of policies. */
export const builtinPolicyUnlisted: KnownFault = {
  name: 'builtin-policy-unlisted',
  description: "leaves the vendor's own policy out of the list of policies",
  breaks: { aws: ['E16'] },
  alter: listing('listPolicies', ({ builtin }) => builtin !== true),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listPolicies({ type: 'control' })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
