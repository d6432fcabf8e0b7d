import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

const delay = 20_000

/** Takes twenty seconds to switch a policy type on or off. */
export const policyTypesSwitchSlowly: KnownVariant = {
  name: 'policy-types-switch-slowly',
  description: 'takes twenty seconds to switch a policy type on or off',
  evidence: { aws: ['O3', 'O36'], huawei: ['H5'] },
  alter: withRules(() => ({ switchDelay: delay })),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await visit.boss.enablePolicyType({ root, type: 'tag' })
      const status = async () => {
        const [one] = (await visit.boss.listRoots({})).result.items
        return one?.policyTypes?.find(({ type }) => type === 'tag')?.status
      }
      const soon = await status()
      visit.wait(delay)
      return [soon, await status()]
    },
    quiet: ['enabled', 'enabled'],
    varied: ['enabling', 'enabled'],
  },
}
