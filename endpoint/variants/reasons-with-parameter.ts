import { misshapenCall } from '../fault-kit/any-call.ts'
import type { KnownVariant } from '../variant.ts'

/** Names the parameter behind the reason of an input that is not right. */
export const reasonsWithParameter: KnownVariant = {
  name: 'reasons-with-parameter',
  description: 'names the parameter behind the reason of an invalid input',
  evidence: {
    aws: ['O114'],
  },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      if (error?.reason === undefined || refused.pointer === undefined) return error
      return { ...error, reason: `${error.reason}:${parameterOf(refused.pointer)}` }
    },
  }),
  seen: {
    at: async (visit) =>
      /"Reason":"[^"]*"/u
        .exec((await misshapenCall(visit)).answer.body)?.[0]
        ?.includes(':POLICY_ID'),
    quiet: false,
    varied: true,
  },
}

/** The path of the member as the service spells it. */
const parameterOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/u.test(step) ? `${Number(step) + 1}_MEMBER` : inCapitals(step)))
    .join('_')

const inCapitals = (name: string): string =>
  name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '_').toUpperCase()
