import { travelling } from '../variant-kit/delivering.ts'
import { travels } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers in gzip to whoever accepts it. */
export const gzipAnswers: KnownVariant = {
  name: 'gzip-answers',
  description: 'answers in gzip to clients that accept it',
  evidence: {
    aws: ['RFC 9110 section 12.5.3'],
    huawei: ['RFC 9110 section 12.5.3'],
    tencent: ['T4'],
    codearts: ['RFC 9110 section 12.5.3'],
  },
  deliver: (deliver) => async (message) => {
    const delivered = await deliver(message)
    const accepted = /\bgzip\b/u.test(message.headers['accept-encoding'] ?? '')
    return accepted ? travelling(delivered, { encoding: 'gzip' }) : delivered
  },
  seen: travels(({ encoding }) => encoding === 'gzip'),
}
