import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { idsWith } from '../variant-kit/other-ids.ts'
import type { KnownVariant } from '../variant.ts'

/** Makes ids of policies of small and capital letters, which are different ones. */
export const policyIdsInBothCases: KnownVariant = {
  name: 'policy-ids-in-both-cases',
  description: 'makes ids of policies of small and capital letters',
  evidence: {
    aws: ['O67', 'J2'],
  },
  alter: idsWith({ policy: 'p-{digits:2}Aa{lower:4}Zz_{digits:3}' }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return /Aa.{4}Zz_/u.test(await policyNamed(visit, 'One'))
    },
    quiet: false,
    varied: true,
  },
}
