import { answersNow } from '../variant-kit/sights.ts'
import { aSecond, throttling } from '../variant-kit/throttling.ts'
import type { KnownVariant } from '../variant.ts'

/** Sends three messages in ten away with the status 429, and says when to come again. */
export const throttled429WithRetryAfter: KnownVariant = {
  name: 'throttled-429-with-retry-after',
  description:
    'sends three messages in ten away with the status 429 and a number of seconds to wait',
  evidence: {
    aws: ['O100', 'RFC 6585 section 4', 'RFC 9110 section 10.2.3'],
    huawei: ['H41', 'RFC 9110 section 10.2.3'],
    codearts: ['C5', 'RFC 6585 section 4', 'RFC 9110 section 10.2.3'],
  },
  deliver: throttling({ status: 429, retryAfter: aSecond }),
  seen: answersNow(({ status, headers }) => status === 429 && headers['retry-after'] === '1'),
}
