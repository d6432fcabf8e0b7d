import { effectingIn, effectOn, lined, tagPolicyOn } from '../fault-kit/effects.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Computes the effective policy of an account as if it had never moved again. */
export const effectivePolicyOfTheFirstPlace: KnownFault = {
  name: 'effective-policy-of-the-first-place',
  description: 'computes the effective policy of an account by the place that it moved to first',
  breaks: { aws: ['K30'], huawei: ['N37'] },
  alter: (steps) => {
    const first = new Map<string, string>()
    const moving = noticing('moveAccount', ({ args: { account, to } }) => {
      if (!first.has(account)) first.set(account, to)
    })
    const effecting = effectingIn((organization, target) => {
      const [member, parent] = [organization.members.get(target), first.get(target)]
      if (member === undefined || parent === undefined || !organization.units.has(parent))
        return organization
      const members = new Map(organization.members).set(target, { ...member, parent })
      return { ...organization, members }
    })
    return altering(moving, effecting)(steps)
  },
  seen: {
    at: async (visit) => {
      const { root, inner, account } = await lined(visit)
      await tagPolicyOn(visit, inner)
      await visit.boss.moveAccount({ account, from: inner, to: root })
      return (await effectOn(visit, account)).includes('costcenter')
    },
    right: false,
    wrong: true,
  },
}
