import { answersNow } from '../variant-kit/sights.ts'
import { throttling } from '../variant-kit/throttling.ts'
import type { KnownVariant } from '../variant.ts'

/** Sends three messages in ten away with the status 429. */
export const throttled429: KnownVariant = {
  name: 'throttled-429',
  description: 'sends three messages in ten away with the status 429',
  evidence: {
    aws: ['O100', 'RFC 6585 section 4'],
    huawei: ['H41'],
    codearts: ['C5', 'RFC 6585 section 4'],
  },
  deliver: throttling({ status: 429 }),
  seen: answersNow(({ status, headers }) => status === 429 && headers['retry-after'] === undefined),
}
