import { nowAndThen, travelling } from '../variant-kit/delivering.ts'
import { seenAmong } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Cuts one answer in fifty. */
export const cutAnswers: KnownVariant = {
  name: 'cut-answers',
  description: 'breaks one answer in fifty off in the middle of its body',
  evidence: {
    aws: ['RFC 9112 section 8'],
    huawei: ['RFC 9112 section 8'],
    tencent: ['RFC 9112 section 8'],
    codearts: ['RFC 9112 section 8'],
  },
  // whether the account that is too many was invited by the try whose answer was cut nobody can tell
  hides: ['account-quota-ignored'],
  differences: [
    {
      checks: ['model/*'],
      to: 'SETUP_FAILED',
      because: 'nobody can tell what a call did whose answer did not come whole',
    },
    {
      checks: ['protocol/codearts/*'],
      to: 'SETUP_FAILED',
      because: 'the call is said again, and nothing is there to be revoked any more',
    },
  ],
  deliver: nowAndThen(0.02, async (right, { random }) =>
    travelling(await right(), { cutAt: random() }),
  ),
  seen: seenAmong(({ delivery }) => delivery?.cutAt !== undefined),
}
