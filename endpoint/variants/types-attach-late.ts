import { refused } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 3000

/** Refuses to attach policies of a type that was switched on less than three seconds ago. */
export const typesAttachLate: KnownVariant = {
  name: 'types-attach-late',
  description:
    'refuses to attach policies of a type that was switched on less than three seconds ago',
  evidence: { aws: ['O54'], huawei: ['H5'] },
  alter: saying('attachPolicy', (moment) => {
    const { context, args } = moment
    const organization = organizationOf(moment)
    const type = organization?.policies.get(args.policy)?.type
    const since = type && organization?.types.get(type)?.settlesAt
    const founding = organization?.members.get(organization.management)?.joinedAt
    const young = since !== undefined && since !== founding && context.now < since + lag
    const decision = decideAs(moment, {})
    return young && decision.kind === 'done'
      ? refused('policyTypeNotEnabled', 'policy: policies of its type are not enabled yet')
      : decision
  }),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      visit.wait(1)
      await visit.boss.enablePolicyType({ root: target, type: 'tag' })
      const policy = await policyNamed(visit, 'T', 'tag')
      const soon = (await visit.boss.attachPolicy({ policy, target })).came
      visit.wait(lag)
      await visit.boss.detachPolicy({ policy, target })
      return [soon, (await visit.boss.attachPolicy({ policy, target })).came]
    },
    quiet: ['done', 'done'],
    varied: ['policyTypeNotEnabled', 'done'],
  },
}
