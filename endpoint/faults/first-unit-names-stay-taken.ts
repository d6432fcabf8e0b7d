import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives no unit the name that another one of its parent had before it was renamed. */
export const firstUnitNamesStayTaken: KnownFault = {
  name: 'first-unit-names-stay-taken',
  description: 'gives no unit the name that another one of its parent had before it was renamed',
  breaks: {
    aws: ['B3', 'K13', 'K22'],
    huawei: ['R42', 'N19', 'N44'],
    tencent: ['S18', 'R15', 'R24'],
  },
  alter: neverAgain(
    {
      verb: 'renameUnit',
      key: (moment) => {
        const unit = organizationOf(moment)?.units.get(moment.args.unit)
        return unit?.name === moment.args.name ? undefined : `${unit?.parent} ${unit?.name}`
      },
    },
    {
      verb: 'createUnit',
      key: ({ args: { parent, name } }) => `${parent} ${name}`,
      refusal: 'unitNameTaken',
    },
  ),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const unit = await unitIn(visit, parent, 'One')
      await visit.boss.renameUnit({ unit, name: 'Two' })
      return (await visit.boss.createUnit({ parent, name: 'One' })).came
    },
    right: 'done',
    wrong: 'unitNameTaken',
  },
}
