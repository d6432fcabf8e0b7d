import { createdPolicy } from '../variant-kit/policy-contents.ts'
import { framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers a policy that it creates with the status 200. */
export const createdWith200: KnownVariant = {
  name: 'created-with-200',
  description: 'answers a policy that it creates with the status 200',
  evidence: {
    huawei: ['H12'],
  },
  differences: [
    {
      checks: [
        'contract/huawei/CreatePolicy/answer/headers',
        'protocol/huawei/CreatePolicy/status',
      ],
      to: 'warn',
      because: 'the document has 201, and every client takes 200 as well',
    },
  ],
  alter: framing((answer, heard) =>
    heard?.operation === 'CreatePolicy' && answer.status === 201
      ? { ...answer, status: 200 }
      : answer,
  ),
  seen: {
    at: async (visit) => (await createdPolicy(visit)).answer.status,
    quiet: 201,
    varied: 200,
  },
}
