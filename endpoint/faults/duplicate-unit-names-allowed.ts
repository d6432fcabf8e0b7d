import type { UnitRecord } from '../../specs/model/world.ts'
import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf, rewritten, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** The unit just written, or the one that only looked renamed. */
const fresh = (written: UnitRecord, before: UnitRecord | undefined): UnitRecord =>
  before === undefined || written.name !== `${before.name}~` ? written : before

/** Gives two sibling units the same name. */
export const duplicateUnitNamesAllowed: KnownFault = {
  name: 'duplicate-unit-names-allowed',
  description: 'gives two sibling units the same name',
  breaks: { aws: ['B3'], huawei: ['R42'], tencent: ['S18', 'S19'] },
  alter: forgiving(['unitNameTaken'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined)
      return moment.decide(moment.world, moment.command, moment.context)
    const { units } = organization
    const renamed = new Map(
      [...units].map(([id, unit]) => [id, { ...unit, name: `${unit.name}~` }]),
    )
    const decision = decideIn(moment, seeing(moment.world, { ...organization, units: renamed }))
    return rewritten(decision, (written) => ({
      ...written,
      units: new Map([...written.units].map(([id, unit]) => [id, fresh(unit, units.get(id))])),
    }))
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await unitIn(visit, root, 'Same')
      await visit.boss.createUnit({ parent: root, name: 'Same' })
      const { result } = await visit.boss.listUnits({ parent: root })
      return result.items.map(({ name }) => name)
    },
    right: ['Same'],
    wrong: ['Same', 'Same'],
  },
}
