import { founded } from '../fault-kit/arrange.ts'
import { inState } from '../variant-kit/account-states.ts'
import type { KnownVariant } from '../variant.ts'

/** Tells the state of an account in two members. */
export const stateBesideStatus: KnownVariant = {
  name: 'state-beside-status',
  description: 'tells the state of an account in two members',
  evidence: { aws: ['O43', 'O44', 'O120'] },
  alter: inState('beside'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { body } = (await visit.boss.getAccount({ account: visit.boss.id })).answer
      return ['"Status":', '"State":'].map((member) => body.includes(member))
    },
    quiet: [true, false],
    varied: [true, true],
  },
}
