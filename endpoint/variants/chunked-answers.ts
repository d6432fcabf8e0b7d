import { delivering } from '../variant-kit/delivering.ts'
import { travels } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers in chunks, without a length. */
export const chunkedAnswers: KnownVariant = {
  name: 'chunked-answers',
  description: 'answers in chunks, without a length',
  evidence: {
    aws: ['RFC 9112 section 7.1'],
    huawei: ['H14', 'H15'],
    tencent: ['RFC 9112 section 7.1'],
    codearts: ['RFC 9112 section 7.1'],
  },
  deliver: delivering({ chunked: true }),
  seen: travels(({ chunked }) => chunked === true),
}
