import { refused } from '../../specs/model/decision.ts'
import type { OrganizationRecord } from '../../specs/model/world.ts'
import { decideAs, saying, type MomentOf } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 3000

/** When the type of the policy was switched on: never, where it has been on since the founding. */
const switchedOn = (moment: MomentOf<'attachPolicy'>): number => {
  const organization = organizationOf(moment)
  const type = organization?.policies.get(moment.args.policy)?.type
  const { settlesAt = -Infinity } = (type && organization?.types.get(type)) ?? {}
  return settlesAt === foundedAt(organization) ? -Infinity : settlesAt
}

const foundedAt = (organization: OrganizationRecord | undefined): number | undefined =>
  organization?.members.get(organization.management)?.joinedAt

/** Refuses to attach policies of a type that was switched on less than three seconds ago. */
export const typesAttachLate: KnownVariant = {
  name: 'types-attach-late',
  description:
    'refuses to attach policies of a type that was switched on less than three seconds ago',
  evidence: { aws: ['O54'], huawei: ['H5'] },
  alter: saying('attachPolicy', (moment) => {
    const decision = decideAs(moment, {})
    return decision.kind === 'done' && moment.context.now < switchedOn(moment) + lag
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
