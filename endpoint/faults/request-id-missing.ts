import { acceptedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Gives its answers no request id. */
export const requestIdMissing: KnownFault = {
  name: 'request-id-missing',
  description: 'gives its answers no request id',
  breaks: {
    aws: ['protocol/aws/answer/*request-id', 'contract/aws/*/answer/headers'],
    huawei: ['R9'],
    codearts: ['contract/codearts/*/answer/headers'],
  },
  alter: () => ({
    frame: (answer) => ({
      ...answer,
      headers: Object.fromEntries(
        Object.entries(answer.headers).filter(([name]) => !/request-?id/u.test(name)),
      ),
    }),
  }),
  seen: {
    at: async (visit) =>
      Object.keys((await acceptedCall(visit)).answer.headers).some((name) =>
        /request-?id/u.test(name),
      ),
    right: true,
    wrong: false,
  },
}
