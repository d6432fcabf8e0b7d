import { decideAs, decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Attaches policies whose type is not enabled. */
export const disabledTypeAttaches: KnownFault = {
  name: 'disabled-type-attaches',
  description: 'attaches policies whose type is not enabled',
  breaks: { aws: ['E12', 'E23'], huawei: ['R134'] },
  alter: forgiving(['policyTypeNotEnabled'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined || moment.command.verb !== 'attachPolicy')
      return decideAs(moment, {})
    const enabled = moment.context.rules.policyTypes.map(
      (type) => [type, { enabled: true, settlesAt: 0 }] as const,
    )
    const types = new Map(enabled)
    const decision = decideIn(moment, seeing(moment.world, { ...organization, types }))
    return rewritten(decision, (written) => ({ ...written, types: organization.types }))
  }),
  seen: {
    at: async (visit) => {
      const target = await founded(visit)
      const asked = {
        name: 'T',
        type: 'tag',
        description: '',
        content: policyContent(visit, 'tag'),
      }
      const { result } = await visit.boss.createPolicy(asked)
      return (await visit.boss.attachPolicy({ policy: result.id, target })).came
    },
    right: 'policyTypeNotEnabled',
    wrong: 'done',
  },
}
