import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Says of the body of an error that it is plain text. */
export const refusalsTypedAsText: KnownFault = {
  name: 'refusals-typed-as-text',
  description: 'says of the body of an error that it is plain text',
  breaks: {
    aws: ['protocol/aws/*/content-type'],
    huawei: ['R9'],
    codearts: ['protocol/codearts/*/content-type'],
  },
  alter: ({ frame }) => ({
    frame: (answer, heard) => {
      const right = frame(answer, heard)
      if (right.status < 400) return right
      return { ...right, headers: { ...right.headers, 'content-type': 'text/plain' } }
    },
  }),
  seen: {
    at: async (visit) => (await refusedCall(visit)).answer.headers['content-type'] === 'text/plain',
    right: false,
    wrong: true,
  },
}
