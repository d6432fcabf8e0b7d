import { parentOf } from '../../specs/model/path.ts'
import { attachedWhere, effectOn, lined, tagPolicyOn } from '../fault-kit/effects.ts'
import type { KnownFault } from '../fault.ts'

/** Computes effective policies without what is attached between the root and the unit that an account stands in. */
export const effectivePolicySkipsALevel: KnownFault = {
  name: 'effective-policy-skips-a-level',
  description: 'computes effective policies without the units above the one an account stands in',
  breaks: { aws: ['K30'], huawei: ['N37'] },
  alter: attachedWhere(
    (organization, place, target) =>
      [organization.root, target].includes(place) || parentOf(organization, target) === place,
  ),
  seen: {
    at: async (visit) => {
      const { outer, account } = await lined(visit)
      await tagPolicyOn(visit, outer)
      return (await effectOn(visit, account)).includes('costcenter')
    },
    right: true,
    wrong: false,
  },
}
