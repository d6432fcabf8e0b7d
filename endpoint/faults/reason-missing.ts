import { hugePageAsked } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Names no reason in any error. */
export const reasonMissing: KnownFault = {
  name: 'reason-missing',
  description: 'names no reason in any error',
  breaks: { aws: ['B1', 'E14', 'E15', 'H6', 'J1'] },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined) return undefined
      const { reason: _, ...rest } = error
      return rest
    },
  }),
  seen: {
    at: hugePageAsked,
    right: 'invalid.maximum',
    wrong: 'another code',
  },
}
