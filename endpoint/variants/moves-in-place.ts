import { withRules } from '../fault-kit/alter-decide.ts'
import { populated } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Moves an account to where it stands already, and is content. */
export const movesInPlace: KnownVariant = {
  name: 'moves-in-place',
  description: 'moves an account to where it stands already, and is content',
  evidence: { huawei: ['H28'] },
  alter: withRules(() => ({ movesInPlace: true })),
  seen: {
    at: async (visit) => {
      const { unit, account } = await populated(visit)
      return (await visit.boss.moveAccount({ account, from: unit, to: unit })).came
    },
    quiet: 'accountAlreadyThere',
    varied: 'done',
  },
}
