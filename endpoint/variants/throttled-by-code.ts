import { answersNow } from '../variant-kit/sights.ts'
import { throttling } from '../variant-kit/throttling.ts'
import type { KnownVariant } from '../variant.ts'

/** Sends three messages in ten away with the vendor's code for it, and the status of other refusals. */
export const throttledByCode: KnownVariant = {
  name: 'throttled-by-code',
  description: 'sends three messages in ten away with a code for it and the status of any refusal',
  evidence: {
    aws: ['O100', 'O107'],
    tencent: ['C23', 'T21'],
  },
  deliver: throttling({}),
  seen: answersNow(({ body }) => /TooManyRequests|RequestLimitExceeded/u.test(body)),
}
