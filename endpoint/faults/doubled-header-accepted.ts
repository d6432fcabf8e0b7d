import { believing } from '../fault-kit/believing.ts'
import type { KnownFault } from '../fault.ts'

/** Recomputes a signature over its list of names without looking whether one is there twice. */
export const doubledHeaderAccepted: KnownFault = {
  name: 'doubled-header-accepted',
  description: 'believes signatures over lists that name a header twice',
  breaks: {
    aws: ['protocol/aws/signature/doubled-header'],
    huawei: ['protocol/huawei/signature/doubled-header'],
    tencent: ['C2'],
    codearts: ['protocol/codearts/signature/doubled-header'],
  },
  alter: believing((names) =>
    names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name),
  ),
  seen: {
    at: ({ believes }) =>
      believes({ signedHeaders: ([first = '', ...others]) => [first, first, ...others] }),
    right: false,
    wrong: true,
  },
}
