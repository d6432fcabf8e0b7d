import { misshapenCall } from '../fault-kit/any-call.ts'
import type { KnownVariant } from '../variant.ts'

/** Refuses what is off its pattern without a reason. */
export const patternsWithoutReason: KnownVariant = {
  name: 'patterns-without-reason',
  description: 'refuses what is off its pattern without a reason',
  evidence: {
    aws: ['O74', 'O113'],
  },
  differences: [
    {
      checks: ['*/reason'],
      to: 'warn',
      because: 'the document lists the reason, and the service has been seen to leave it out',
    },
  ],
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined || refused.refusal !== 'invalid.pattern') return error
      const { reason: _, ...bare } = error
      return bare
    },
  }),
  seen: {
    at: async (visit) => (await misshapenCall(visit)).answer.body.includes('"Reason"'),
    quiet: true,
    varied: false,
  },
}
