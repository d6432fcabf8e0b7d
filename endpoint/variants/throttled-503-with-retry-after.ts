import { pageOfGateway } from '../variant-kit/delivering.ts'
import { answersNow } from '../variant-kit/sights.ts'
import { theNextSecond, throttling } from '../variant-kit/throttling.ts'
import type { KnownVariant } from '../variant.ts'

/** Sends three messages in ten away with the status 503, and says when to come again. */
export const throttled503WithRetryAfter: KnownVariant = {
  name: 'throttled-503-with-retry-after',
  description: 'sends three messages in ten away with the status 503 and a date to come again',
  evidence: {
    aws: ['RFC 9110 section 15.6.4', 'RFC 9110 section 10.2.3'],
    huawei: ['RFC 9110 section 15.6.4', 'RFC 9110 section 10.2.3'],
    tencent: ['T2', 'RFC 9110 section 10.2.3'],
    codearts: ['RFC 9110 section 15.6.4', 'RFC 9110 section 10.2.3'],
  },
  deliver: throttling({
    answer: pageOfGateway(503, 'Service Unavailable'),
    retryAfter: theNextSecond,
  }),
  seen: answersNow(
    ({ status, headers }) => status === 503 && headers['retry-after']?.endsWith('GMT') === true,
  ),
}
