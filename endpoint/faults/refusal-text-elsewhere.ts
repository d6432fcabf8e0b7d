import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** The members that hold the text of an error. */
const textMembers = /"(?:Message|error_msg)":/u

/** Puts the text of an error into a member of another name. */
export const refusalTextElsewhere: KnownFault = {
  name: 'refusal-text-elsewhere',
  description: 'puts the text of an error into a member that no client looks at',
  breaks: {
    aws: ['protocol/aws/*/envelope'],
    huawei: ['R10'],
    tencent: ['W1'],
    codearts: ['protocol/codearts/*/envelope'],
  },
  alter: ({ frame }) => ({
    frame: (answer, heard) => {
      const right = frame(answer, heard)
      return { ...right, body: right.body.replace(textMembers, '"ErrorDescription":') }
    },
  }),
  seen: {
    at: async (visit) => (await refusedCall(visit)).answer.body.includes('"ErrorDescription"'),
    right: false,
    wrong: true,
  },
}
