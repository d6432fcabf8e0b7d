import { withRules } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Takes the empty description of an update for the new one. */
export const descriptionsAreEmptied: KnownVariant = {
  name: 'descriptions-are-emptied',
  description: 'takes the empty description of an update for the new one',
  evidence: { aws: ['E8'] },
  alter: withRules(() => ({ blanksKeep: false })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'P')
      await visit.boss.updatePolicy({ policy, description: '' })
      return (await visit.boss.getPolicy({ policy })).result.description
    },
    quiet: 'd',
    varied: '',
  },
}
