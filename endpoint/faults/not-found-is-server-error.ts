import { strayCall } from '../fault-kit/any-call.ts'
import { notFound } from '../fault-kit/not-found.ts'
import type { KnownFault } from '../fault.ts'

/** Breaks down when something does not exist. */
export const notFoundIsServerError: KnownFault = {
  name: 'not-found-is-server-error',
  description: 'breaks down when something does not exist',
  breaks: { aws: ['B7', 'C16', 'E11'], huawei: ['R49', 'R67', 'R127'], codearts: ['R171'] },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined || !notFound.has(refused.refusal)) return error
      return { status: 500, code: 'InternalFailure', message: 'something went wrong' }
    },
  }),
  seen: {
    at: async (visit) => (await strayCall(visit)).answer.status >= 500,
    right: false,
    wrong: true,
  },
}
