import { refused } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Counts policies that were detached among those of a target. */
export const detachedPoliciesCount: KnownFault = {
  name: 'detached-policies-count',
  description: 'counts policies that were detached among those of a target',
  breaks: { aws: ['E14', 'K21'], huawei: ['R142'] },
  alter: (steps) => {
    const made = new Map<string, number>()
    return saying('attachPolicy', (moment) => {
      const decision = decideAs(moment, {})
      if (decision.kind === 'refused') return decision
      const { policy: id, target } = moment.args
      const policy = organizationOf(moment)?.policies.get(id)
      const most = moment.context.rules.limits.controlPoliciesPerTarget ?? Infinity
      // the vendor's own policy is attached already
      const count = made.get(target) ?? 1
      if (policy?.type !== 'control') return decision
      if (count >= most) return refused('attachmentLimitExceeded', `target: ${count} were attached`)
      made.set(target, count + 1)
      return decision
    })(steps)
  },
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const most = visit.vendor.profile.limits.controlPoliciesPerTarget?.value ?? 0
      const policy = await policyNamed(visit, 'P')
      for (let count = 1; count < most; count += 1) {
        await visit.boss.attachPolicy({ policy, target })
        await visit.boss.detachPolicy({ policy, target })
      }
      return (await visit.boss.attachPolicy({ policy, target })).came
    },
    right: 'done',
    wrong: 'attachmentLimitExceeded',
  },
}
