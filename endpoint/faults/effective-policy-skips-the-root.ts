import { attachedWhere, effectOn, lined, tagPolicyOn } from '../fault-kit/effects.ts'
import type { KnownFault } from '../fault.ts'

/** Computes effective policies without what is attached to the root. */
export const effectivePolicySkipsTheRoot: KnownFault = {
  name: 'effective-policy-skips-the-root',
  description: 'computes effective policies without what is attached to the root',
  breaks: { aws: ['E26'], huawei: ['N37'] },
  alter: attachedWhere(({ root }, place) => place !== root),
  seen: {
    at: async (visit) => {
      const { root, account } = await lined(visit)
      await tagPolicyOn(visit, root)
      return (await effectOn(visit, account)).includes('costcenter')
    },
    right: true,
    wrong: false,
  },
}
