import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { lagging } from '../variant-kit/past-organizations.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 4000

/** Tells effective policies as they were four seconds ago. */
export const effectsSeenLate: KnownVariant = {
  name: 'effects-seen-late',
  description: 'tells effective policies as they were four seconds ago',
  evidence: { aws: ['O145'] },
  alter: lagging({
    reads: ['getEffectivePolicy'],
    lag,
    // a type that is switched off has no effect at once
    look: (present, { attachments, policies }) => ({ ...present, attachments, policies }),
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const target = await joined(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(lag)
      await visit.boss.attachPolicy({ policy: await policyNamed(visit, 'T', 'tag'), target })
      const ask = async () => {
        const { result } = await visit.boss.getEffectivePolicy({ type: 'tag', target })
        return result.content === '{}'
      }
      const soon = await ask()
      visit.wait(lag)
      return [soon, await ask()]
    },
    quiet: [false, false],
    varied: [true, false],
  },
}
