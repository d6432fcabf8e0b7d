import { refused } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

const keyOf = (parent: string, name: string): string => `${parent} ${name}`

/** Never gives the name of a unit that was deleted to another one of the same parent. */
export const deletedUnitNamesStayTaken: KnownFault = {
  name: 'deleted-unit-names-stay-taken',
  description: 'gives the name of a deleted unit to no other one of the same parent',
  breaks: {
    aws: ['model/aws/CreateOrganizationalUnit/outcome'],
    tencent: ['model/tencent/AddOrganizationNode/outcome'],
  },
  alter: (steps) => {
    const taken = new Set<string>()
    const deleting = saying('deleteUnit', (moment) => {
      const unit = organizationOf(moment)?.units.get(moment.args.unit)
      const decision = decideAs(moment, {})
      if (unit && decision.kind === 'done') taken.add(keyOf(unit.parent, unit.name))
      return decision
    })
    const creating = saying('createUnit', (moment) =>
      taken.has(keyOf(moment.args.parent, moment.args.name))
        ? refused('unitNameTaken', 'name: a unit was called so')
        : decideAs(moment, {}),
    )
    return creating({ ...steps, ...deleting(steps) })
  },
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const unit = await unitIn(visit, parent, 'One')
      await visit.boss.deleteUnit({ unit })
      return (await visit.boss.createUnit({ parent, name: 'One' })).came
    },
    right: 'done',
    wrong: 'unitNameTaken',
  },
}
