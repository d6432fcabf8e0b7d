import { nothing, nowAndThen } from '../variant-kit/delivering.ts'
import { seenAmong } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Loses one message in twenty before anything is done. */
export const resetsBeforeDone: KnownVariant = {
  name: 'resets-before-done',
  description: 'resets one connection in twenty before anything is done',
  evidence: {
    aws: ['RFC 9110 section 9.2.2', 'RFC 9112 section 9.3.1'],
    huawei: ['RFC 9110 section 9.2.2', 'RFC 9112 section 9.3.1'],
    tencent: ['T2'],
    codearts: ['RFC 9110 section 9.2.2', 'RFC 9112 section 9.3.1'],
  },
  differences: [
    {
      checks: ['model/*'],
      to: 'SETUP_FAILED',
      because: 'nobody can tell what a call did whose answer did not come whole',
    },
  ],
  deliver: nowAndThen(0.05, () => nothing),
  seen: seenAmong(({ answer, delivery }) => delivery?.lost === true && answer.body === ''),
}
