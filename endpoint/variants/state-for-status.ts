import { listedAccounts, stateOf } from '../variant-kit/account-state.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with the newer State of an account in place of its Status. */
export const stateForStatus: KnownVariant = {
  name: 'state-for-status',
  description: 'answers with the State of an account in place of its Status',
  evidence: {
    aws: ['O20', 'O23'],
  },
  differences: [
    { checks: ['model/aws/*.Status'], to: 'SETUP_FAILED', because: 'it is not among what is told' },
  ],
  alter: rewriting(() => ({
    object: (object) => {
      const state = stateOf(object)
      if (state === undefined) return object
      const { Status: _, ...others } = object
      return { ...others, State: state }
    },
  })),
  seen: {
    at: async (visit) => {
      const { body } = (await listedAccounts(visit)).answer
      return ['"Status":', '"State":'].map((member) => body.includes(member))
    },
    quiet: [true, true],
    varied: [false, true],
  },
}
