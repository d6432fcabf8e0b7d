import { founded, unitIn } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists the units of all parents whichever was asked for. */
export const unitsOfEveryParent: KnownFault = {
  name: 'units-of-every-parent',
  description: 'lists the units of all parents whichever was asked for',
  breaks: { aws: ['B10'], huawei: ['R47'] },
  alter: hearing('listUnits', () => ({ parent: undefined })),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const parent = await unitIn(visit, root, 'Outer')
      await unitIn(visit, parent, 'Inner')
      return (await visit.boss.listUnits({ parent })).result.items.length
    },
    right: 1,
    wrong: 2,
  },
}
