import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { Decided } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

/** Tells an empty effective policy where the type is on and nothing is attached. */
export const emptyEffects: KnownVariant = {
  name: 'empty-effects',
  description: 'tells an empty effective policy where the type is on and nothing is attached',
  evidence: { aws: ['O144'] },
  alter: saying('getEffectivePolicy', (moment): Decided => {
    const { context, args } = moment
    const types = organizationOf(moment)?.types
    const on = [...(types ?? [])].some(([type, { enabled }]) => type === args.type && enabled)
    const rules = { ...context.rules, emptyEffect: on }
    return decideWith({ ...moment, context: { ...context, rules } }, {})
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const ask = async () => (await visit.boss.getEffectivePolicy({ type: 'tag' })).came
      const off = await ask()
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      return [off, await ask()]
    },
    quiet: ['effectivePolicyNotFound', 'effectivePolicyNotFound'],
    varied: ['effectivePolicyNotFound', 'done'],
  },
}
