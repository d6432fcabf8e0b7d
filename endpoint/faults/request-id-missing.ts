import type { Fault } from '../fault.ts'

/** Gives its answers no request id. */
export const requestIdMissing: Fault = {
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
}
