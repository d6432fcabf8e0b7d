import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Answers errors with the status of a success, which is wrong where no service of the vendor is seen to do so. */
export const status200Errors: KnownFault = {
  name: 'status-200-errors',
  description: 'answers errors with the status of a success',
  breaks: { aws: ['protocol/aws/answer/error-*'], huawei: ['R10'] },
  alter: () => ({ frame: (answer) => ({ ...answer, status: 200 }) }),
  seen: {
    at: async (visit) => (await refusedCall(visit)).answer.status < 400,
    right: false,
    wrong: true,
  },
}
