import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Answers errors with a message and no code. */
export const errorWithoutCode: KnownFault = {
  name: 'error-without-code',
  description: 'answers errors with a message and no code',
  breaks: {
    aws: ['protocol/aws/answer/error-envelope'],
    huawei: ['R10'],
    codearts: [
      'contract/codearts/*/pattern/*',
      'contract/codearts/*/required/*',
      'protocol/codearts/signature/*/code',
    ],
  },
  alter: () => ({
    frame: (answer) =>
      answer.status < 400 ? answer : { ...answer, body: '{"message":"something went wrong"}' },
  }),
  seen: {
    at: async (visit) => {
      const { came } = await refusedCall(visit)
      return came === 'notInOrganization' || came === 'endpointNotFound'
    },
    right: true,
    wrong: false,
  },
}
