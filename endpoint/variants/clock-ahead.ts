import { lag } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Goes by a time that is four minutes ahead. */
export const clockAhead: KnownVariant = {
  name: 'clock-ahead',
  description: 'goes by a time that is four minutes ahead',
  evidence: {
    aws: ['AWS Signature Version 4, a request is valid for five minutes'],
    huawei: ['H44'],
    tencent: ['C6'],
    codearts: ['R178'],
  },
  // who takes nothing that is four minutes old takes nothing here
  hides: ['signatures-die-early'],
  clock: (now) => now + 240_000,
  seen: { at: lag, quiet: 0, varied: -480_000 },
}
