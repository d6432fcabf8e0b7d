import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers 200 to the creation of a policy. */
export const policiesCreatedWith200: KnownVariant = {
  name: 'policies-created-with-200',
  description: 'answers 200 to the creation of a policy',
  evidence: { huawei: ['H11', 'H12'] },
  alter: ({ frame }) => ({
    frame: (answer, heard) => {
      const framed = frame(answer, heard)
      return heard?.operation === 'CreatePolicy' && framed.status === 201
        ? { ...framed, status: 200 }
        : framed
    },
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const content = policyContent(visit, 'control')
      const asked = { name: 'P', type: 'control', description: 'd', content } as const
      return (await visit.boss.createPolicy(asked)).answer.status
    },
    quiet: 201,
    varied: 200,
  },
}
