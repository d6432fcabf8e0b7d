import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Gives two policies the same name where their types differ. */
export const policyNamesUniqueByType: KnownFault = {
  name: 'policy-names-unique-by-type',
  description: 'gives two policies the same name where their types differ',
  breaks: { aws: ['E3'], huawei: ['R122'] },
  alter: forgiving(['policyNameTaken'], (moment) => {
    const { world, command } = moment
    const organization = organizationOf(moment)
    if (organization === undefined || command.verb !== 'createPolicy') {
      return decideIn(moment, world)
    }
    const { type } = command.args
    const alike = [...organization.policies].filter(([, policy]) => policy.type === type)
    const seen = seeing(world, { ...organization, policies: new Map(alike) })
    return rewritten(decideIn(moment, seen), (written) => ({
      ...written,
      policies: new Map([...organization.policies, ...written.policies]),
    }))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await policyNamed(visit, 'Same')
      const content = visit.vendor.profile.policyContents.tag?.[0] ?? ''
      const { boss } = visit
      return (await boss.createPolicy({ name: 'Same', type: 'tag', description: '', content })).came
    },
    right: 'policyNameTaken',
    wrong: 'done',
  },
}
