import { day } from '../fault-kit/arrange.ts'
import { signedAt } from '../fault-kit/signed-at.ts'
import type { KnownFault } from '../fault.ts'

/** Believes signatures of any age. */
export const expiredSignatureAccepted: KnownFault = {
  name: 'expired-signature-accepted',
  description: 'believes signatures of any age',
  breaks: {
    aws: ['protocol/aws/signature/expired'],
    huawei: ['R5'],
    tencent: ['C6'],
    codearts: ['protocol/codearts/signature/expired'],
  },
  alter: ({ verify }) => ({
    verify: (message, serving) =>
      verify(message, { ...serving, now: signedAt(message) ?? serving.now }),
  }),
  seen: {
    at: ({ believes }) => believes({ age: day }),
    right: false,
    wrong: true,
  },
}
