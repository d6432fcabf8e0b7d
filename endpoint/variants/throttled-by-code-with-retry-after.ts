import { answersNow } from '../variant-kit/sights.ts'
import { aSecond, throttling } from '../variant-kit/throttling.ts'
import type { KnownVariant } from '../variant.ts'

/** Sends three messages in ten away with the vendor's code for it, and says when to come again. */
export const throttledByCodeWithRetryAfter: KnownVariant = {
  name: 'throttled-by-code-with-retry-after',
  description:
    'sends three messages in ten away with a code for it and a number of seconds to wait',
  evidence: {
    aws: ['O100', 'O107', 'RFC 9110 section 10.2.3'],
    tencent: ['C23', 'T21', 'RFC 9110 section 10.2.3'],
  },
  deliver: throttling({ retryAfter: aSecond }),
  seen: answersNow(
    ({ body, headers }) =>
      /TooManyRequests|RequestLimitExceeded/u.test(body) && headers['retry-after'] === '1',
  ),
}
