import { founded } from '../fault-kit/arrange.ts'
import { inState } from '../variant-kit/account-states.ts'
import type { KnownVariant } from '../variant.ts'

/** Tells the state of an account in its newer member alone. */
export const stateInsteadOfStatus: KnownVariant = {
  name: 'state-instead-of-status',
  description: 'tells the state of an account in its newer member alone',
  evidence: { aws: ['O20', 'O23', 'O43'] },
  alter: inState('instead'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { body } = (await visit.boss.getAccount({ account: visit.boss.id })).answer
      return ['"Status":', '"State":'].map((member) => body.includes(member))
    },
    quiet: [true, false],
    varied: [false, true],
  },
}
