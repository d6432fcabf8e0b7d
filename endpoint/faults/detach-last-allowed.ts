import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { builtinPolicy } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Detaches the last control policy of a target. */
export const detachLastAllowed: KnownFault = {
  name: 'detach-last-allowed',
  description: 'detaches the last control policy of a target',
  breaks: { aws: ['E15'], huawei: ['R144'] },
  alter: forgiving(['lastPolicyDetached'], (moment) => {
    const organization = organizationOf(moment)
    const { verb, args } = moment.command
    if (organization === undefined || verb !== 'detachPolicy') return done({})
    const attachments = new Map(organization.attachments).set(args.target, [])
    return done({}, { organizations: [{ ...organization, attachments }] })
  }),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      await visit.boss.detachPolicy({ policy: builtinPolicy(visit), target })
      const { result } = await visit.boss.listPoliciesOn({ target, type: 'control' })
      return result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
