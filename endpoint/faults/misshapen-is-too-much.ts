import { misshapenCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses what is off its pattern as if too much were asked for, each time. */
export const misshapenIsTooMuch: KnownFault = {
  name: 'misshapen-is-too-much',
  description: 'says of what is off its pattern that too much is asked for',
  breaks: {
    aws: ['contract/aws/*/pattern/*/code'],
    codearts: ['contract/codearts/*/pattern/*/code'],
  },
  alter: ({ explain }, { refusals: { transient } }) => ({
    explain: (refused) => {
      const error = explain(refused)
      const code = transient.find(({ mayBeDone }) => mayBeDone !== true)?.code
      if (refused.refusal !== 'invalid.pattern' || error === undefined || code === undefined) {
        return error
      }
      const { status, message } = error
      return { status, message, code }
    },
  }),
  seen: {
    at: async (visit) => {
      const { transient } = visit.vendor.refusals
      const { answer } = await misshapenCall(visit)
      return transient.some(({ code }) => answer.body.includes(`"${code}"`))
    },
    right: false,
    wrong: true,
  },
}
