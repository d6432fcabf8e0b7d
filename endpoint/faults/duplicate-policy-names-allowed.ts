import type { PolicyRecord } from '../../specs/model/world.ts'
import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** The policy just written, or the one that only looked renamed. */
const fresh = (written: PolicyRecord, before: PolicyRecord | undefined): PolicyRecord =>
  before === undefined || written.name !== `${before.name}~` ? written : before

/** Gives two policies the same name. */
export const duplicatePolicyNamesAllowed: KnownFault = {
  name: 'duplicate-policy-names-allowed',
  description: 'gives two policies the same name',
  breaks: { aws: ['E3'], huawei: ['R122'] },
  alter: forgiving(['policyNameTaken'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideIn(moment, moment.world)
    const { policies } = organization
    const renamed = [...policies].map(
      ([id, policy]) => [id, { ...policy, name: `${policy.name}~` }] as const,
    )
    const seen = seeing(moment.world, { ...organization, policies: new Map(renamed) })
    return rewritten(decideIn(moment, seen), (written) => ({
      ...written,
      policies: new Map(
        [...written.policies].map(([id, policy]) => [id, fresh(policy, policies.get(id))]),
      ),
    }))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const policy = await policyNamed(visit, 'Same')
      const other = await policyNamed(visit, 'Other')
      await visit.boss.updatePolicy({ policy: other, name: 'Same' })
      const { boss } = visit
      const names = await Promise.all([policy, other].map((id) => boss.getPolicy({ policy: id })))
      return names.map(({ result }) => result.name)
    },
    right: ['Same', 'Other'],
    wrong: ['Same', 'Same'],
  },
}
