import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Gives refusals a status that no document has. */
export const refusalStatusWrong: KnownFault = {
  name: 'refusal-status-wrong',
  description: 'gives refusals the status 422',
  breaks: {
    aws: ['protocol/aws/*/status'],
    huawei: ['protocol/huawei/*/status'],
    codearts: ['protocol/codearts/*/status'],
  },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      return error && { ...error, status: 422 }
    },
  }),
  seen: {
    at: async (visit) => (await refusedCall(visit)).answer.status === 422,
    right: false,
    wrong: true,
  },
}
