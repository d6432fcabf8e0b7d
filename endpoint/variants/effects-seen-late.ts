import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { lookingBack } from '../variant-kit/past-worlds.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 4000

/** Tells effective policies as they were four seconds ago. */
export const effectsSeenLate: KnownVariant = {
  name: 'effects-seen-late',
  description: 'tells effective policies as they were four seconds ago',
  evidence: { aws: ['O145'] },
  alter: lookingBack({
    reads: (verb) => verb === 'getEffectivePolicy',
    age: () => lag,
    furthest: lag,
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const target = await joined(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(lag)
      await visit.boss.attachPolicy({ policy: await policyNamed(visit, 'T', 'tag'), target })
      const ask = async () => (await visit.boss.getEffectivePolicy({ type: 'tag', target })).came
      const soon = await ask()
      visit.wait(lag)
      return [soon, await ask()]
    },
    quiet: ['done', 'done'],
    varied: ['effectivePolicyNotFound', 'done'],
  },
}
