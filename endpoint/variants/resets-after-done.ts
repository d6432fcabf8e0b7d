import { nowAndThen, travelling } from '../variant-kit/delivering.ts'
import { seenAmong } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Loses one answer in twenty: what was asked for is done. */
export const resetsAfterDone: KnownVariant = {
  name: 'resets-after-done',
  description: 'resets one connection in twenty after what was asked for is done',
  evidence: {
    aws: ['RFC 9110 section 9.2.2', 'RFC 9112 section 9.3.1'],
    huawei: ['RFC 9110 section 9.2.2', 'RFC 9112 section 9.3.1'],
    tencent: ['T2'],
    codearts: ['RFC 9110 section 9.2.2', 'RFC 9112 section 9.3.1'],
  },
  // of several that are named at once the first is gone when the call is said again, whoever is right
  hides: ['revoking-takes-one-endpoint'],
  differences: [
    {
      checks: ['model/*'],
      to: 'SETUP_FAILED',
      because: 'nobody can tell what a call did whose answer did not come whole',
    },
  ],
  deliver: nowAndThen(0.05, async (right) => travelling(await right(), { lost: true })),
  seen: seenAmong(({ answer, delivery }) => delivery?.lost === true && answer.body !== ''),
}
