import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, joined, minute } from '../fault-kit/arrange.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Computes the effective policy of an account from its own policies alone. */
export const effectivePolicyNotInherited: KnownFault = {
  name: 'effective-policy-not-inherited',
  description: 'computes the effective policy of an account from its own policies alone',
  breaks: { aws: ['E26'], huawei: ['R163'] },
  alter: saying('getEffectivePolicy', (moment) => {
    const organization = organizationOf(moment)
    const target = moment.args.target ?? moment.command.caller
    if (organization === undefined) return decideIn(moment, moment.world)
    const own = [...organization.attachments].filter(([attached]) => attached === target)
    return decideIn(moment, seeing(moment.world, { ...organization, attachments: new Map(own) }))
  }),
  seen: {
    at: async (visit) => {
      const { boss } = visit
      const root = await founded(visit)
      const target = await joined(visit)
      await boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(minute)
      const policy = await policyNamed(visit, 'Above', 'tag')
      await boss.attachPolicy({ policy, target: root })
      const effective = await boss.getEffectivePolicy({ type: 'tag', target })
      return effective.done && effective.result.content !== '{}'
    },
    right: true,
    wrong: false,
  },
}
