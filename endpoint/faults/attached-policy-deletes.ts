import { done } from '../../specs/model/decision.ts'
import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Deletes a policy that is still attached. */
export const attachedPolicyDeletes: KnownFault = {
  name: 'attached-policy-deletes',
  description: 'deletes a policy that is still attached',
  breaks: { aws: ['E10'], huawei: ['R130'] },
  alter: forgiving(['policyInUse'], (moment) => {
    const organization = organizationOf(moment)
    const { verb, args } = moment.command
    const gone = verb === 'deletePolicy' ? args.policy : ''
    if (organization === undefined) return done({})
    const left = [...organization.attachments].map(
      ([target, list]) => [target, list.filter(({ policy }) => policy !== gone)] as const,
    )
    return decideIn(moment, seeing(moment.world, { ...organization, attachments: new Map(left) }))
  }),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const policy = await policyNamed(visit, 'Tight')
      await visit.boss.attachPolicy({ policy, target })
      await visit.boss.deletePolicy({ policy })
      return (await visit.boss.getPolicy({ policy })).came
    },
    right: 'done',
    wrong: 'policyNotFound',
  },
}
