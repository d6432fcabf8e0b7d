import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { populated, kindAbove } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Deletes units with everything that is in them, which moves up to the root. */
export const unitNotEmptyDeletes: KnownFault = {
  name: 'unit-not-empty-deletes',
  description: 'deletes units with everything that is in them, which moves up to the root',
  breaks: { aws: ['B6'], huawei: ['R52'], tencent: ['S5'] },
  alter: forgiving(['unitNotEmpty'], (moment) => {
    const organization = organizationOf(moment)
    const { args } = moment.command
    const gone = 'unit' in args ? args.unit : ''
    if (organization === undefined) return done({})
    const upward = <T extends { readonly parent: string }>(node: T): T =>
      node.parent === gone ? { ...node, parent: organization.root } : node
    const left = [...organization.units].filter(([id]) => id !== gone)
    const units = new Map(left.map(([id, unit]) => [id, upward(unit)]))
    const members = new Map([...organization.members].map(([id, member]) => [id, upward(member)]))
    return done({}, { organizations: [{ ...organization, units, members }] })
  }),
  seen: {
    at: async (visit) => {
      const { unit, account } = await populated(visit)
      await visit.boss.deleteUnit({ unit })
      return await kindAbove(visit, account)
    },
    right: 'unit',
    wrong: 'root',
  },
}
