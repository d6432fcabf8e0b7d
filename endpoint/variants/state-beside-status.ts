import { listedAccounts, stateOf } from '../variant-kit/account-state.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with the newer State of an account beside its Status. */
export const stateBesideStatus: KnownVariant = {
  name: 'state-beside-status',
  description: 'answers with the State of an account beside its Status',
  evidence: {
    aws: ['O20', 'O44'],
  },
  alter: rewriting(() => ({
    object: (object) => {
      const state = stateOf(object)
      return state === undefined ? object : { ...object, State: state }
    },
  })),
  seen: {
    at: async (visit) => /"State":"ACTIVE"/u.test((await listedAccounts(visit)).answer.body),
    quiet: false,
    varied: true,
  },
}
