import type { AttachmentRecord } from '../../specs/model/world.ts'
import { effectingIn, effectOn, lined, tagPolicyOn } from '../fault-kit/effects.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves in effect what was detached. */
export const effectivePolicyKeepsWhatIsDetached: KnownFault = {
  name: 'effective-policy-keeps-what-is-detached',
  description: 'leaves in effect what was detached',
  breaks: { aws: ['K30', 'K22'], huawei: ['N37', 'N44'] },
  alter: (steps) => {
    const ever = new Map<string, readonly AttachmentRecord[]>()
    const attaching = noticing('attachPolicy', ({ args: { policy, target }, context }) => {
      ever.set(target, [...(ever.get(target) ?? []), { policy, since: context.now }])
    })
    const effecting = effectingIn((organization) => ({
      ...organization,
      attachments: new Map([...organization.attachments, ...ever]),
    }))
    return altering(attaching, effecting)(steps)
  },
  seen: {
    at: async (visit) => {
      const { inner, account } = await lined(visit)
      const policy = await tagPolicyOn(visit, inner)
      await visit.boss.detachPolicy({ policy, target: inner })
      return (await effectOn(visit, account)).includes('costcenter')
    },
    right: false,
    wrong: true,
  },
}
