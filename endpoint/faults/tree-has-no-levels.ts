import type { Unit } from '../../specs/vocabulary/verbs.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists every node as if it stood in the root. */
export const treeHasNoLevels: KnownFault = {
  name: 'tree-has-no-levels',
  description: 'lists every node as if it stood in the root',
  breaks: { tencent: ['A15'] },
  alter: telling('listTree', (page, moment) => {
    const root = organizationOf(moment)?.root
    const raised = (unit: Unit): Unit =>
      unit.parent === undefined || root === undefined ? unit : { ...unit, parent: root }
    return { ...page, items: page.items.map(raised) }
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await unitIn(visit, await unitIn(visit, root, 'Outer'), 'Inner')
      return (await visit.boss.listUnits({ parent: root })).result.items.length
    },
    right: 1,
    wrong: 2,
  },
}
