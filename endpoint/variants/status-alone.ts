import { listedAccounts, stateOf } from '../variant-kit/account-state.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with the Status of an account alone, as the document has it. */
export const statusAlone: KnownVariant = {
  name: 'status-alone',
  description: 'answers with the Status of an account, and without its newer State',
  evidence: {
    aws: ['O20', 'O44'],
  },
  differences: [
    { checks: ['model/aws/*.State'], to: 'SETUP_FAILED', because: 'it is not among what is told' },
  ],
  alter: rewriting(() => ({
    object: (object) => {
      if (stateOf(object) === undefined) return object
      const { State: _, ...others } = object
      return others
    },
  })),
  seen: {
    at: async (visit) => /"State":/u.test((await listedAccounts(visit)).answer.body),
    quiet: true,
    varied: false,
  },
}
