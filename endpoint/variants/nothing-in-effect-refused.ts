import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Refuses to tell an effective policy where nothing is attached, though the type is on. */
export const nothingInEffectRefused: KnownVariant = {
  name: 'nothing-in-effect-refused',
  description: 'refuses to tell an effective policy where the type is on and nothing is attached',
  evidence: { aws: ['E28'] },
  differences: [
    {
      checks: ['scenario/effective-policy-none/*'],
      to: 'pass',
      because: 'what the service tells as an empty document is refused as the document says',
    },
  ],
  alter: withRules(() => ({ emptyEffect: 'never' })),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const ask = async () => (await visit.boss.getEffectivePolicy({ type: 'tag' })).came
      const off = await ask()
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      return [off, await ask()]
    },
    quiet: ['effectivePolicyNotFound', 'done'],
    varied: ['effectivePolicyNotFound', 'effectivePolicyNotFound'],
  },
}
