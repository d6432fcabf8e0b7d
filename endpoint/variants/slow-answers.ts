import { delivering } from '../variant-kit/delivering.ts'
import { travels } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Takes 200 milliseconds for every answer. */
export const slowAnswers: KnownVariant = {
  name: 'slow-answers',
  description: 'takes 200 milliseconds for every answer',
  evidence: {
    aws: ['RFC 9110 section 15.6.5'],
    huawei: ['H6'],
    tencent: ['RFC 9110 section 15.6.5'],
    codearts: ['RFC 9110 section 15.6.5'],
  },
  deliver: delivering({ after: 200 }),
  seen: travels(({ after }) => after === 200),
}
