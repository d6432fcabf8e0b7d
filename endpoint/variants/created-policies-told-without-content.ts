import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers the creation of a policy with an empty document, and keeps the whole. */
export const createdPoliciesToldWithoutContent: KnownVariant = {
  name: 'created-policies-told-without-content',
  description: 'answers the creation of a policy with an empty document, and keeps the whole',
  evidence: { huawei: ['H13'] },
  differences: [
    {
      checks: ['law/created-reads-back/policy'],
      to: 'service',
      because: 'what the creation answers is not what was created',
    },
  ],
  alter: telling('createPolicy', (policy) => ({ ...policy, content: '' })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const content = policyContent(visit, 'control')
      const asked = { name: 'P', type: 'control', description: 'd', content } as const
      const { id: policy, content: told } = (await visit.boss.createPolicy(asked)).result
      const kept = (await visit.boss.getPolicy({ policy })).result.content
      return [told === content, kept === content]
    },
    quiet: [true, true],
    varied: [false, true],
  },
}
