import { strayCall } from '../fault-kit/any-call.ts'
import { notFound } from '../fault-kit/not-found.ts'
import type { KnownFault } from '../fault.ts'

/** Denies access to what does not exist. */
export const notFoundIsAccessDenied: KnownFault = {
  name: 'not-found-is-access-denied',
  description: 'denies access to what does not exist',
  breaks: {
    aws: ['B7', 'C16', 'E11'],
    huawei: ['R49', 'R67', 'R127'],
    tencent: ['S20', 'S22'],
    codearts: ['R171'],
  },
  alter: ({ explain }) => ({
    explain: (refused) =>
      explain(notFound.has(refused.refusal) ? { ...refused, refusal: 'accessDenied' } : refused),
  }),
  seen: {
    at: async (visit) => (await strayCall(visit)).came === 'accessDenied',
    right: false,
    wrong: true,
  },
}
