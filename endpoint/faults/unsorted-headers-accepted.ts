import { believing } from '../fault-kit/believing.ts'
import type { KnownFault } from '../fault.ts'

/** Recomputes a signature over its list of names without looking at their order. */
export const unsortedHeadersAccepted: KnownFault = {
  name: 'unsorted-headers-accepted',
  description: 'believes signatures over lists of names in any order',
  breaks: {
    aws: ['protocol/aws/signature/unsorted-headers'],
    huawei: ['protocol/huawei/signature/unsorted-headers'],
    tencent: ['C2'],
    codearts: ['protocol/codearts/signature/unsorted-headers'],
  },
  alter: believing((names) => new Set(names).size === names.length),
  seen: {
    at: ({ believes }) => believes({ signedHeaders: (names) => names.toReversed() }),
    right: false,
    wrong: true,
  },
}
