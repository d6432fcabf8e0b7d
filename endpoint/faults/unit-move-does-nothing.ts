import { founded, unitIn } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the move of a unit and leaves it where it was. */
export const unitMoveDoesNothing: KnownFault = {
  name: 'unit-move-does-nothing',
  description: 'confirms the move of a unit and leaves it where it was',
  breaks: { tencent: ['A20'] },
  alter: confirming('moveUnit'),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const [unit, to] = [await unitIn(visit, root, 'One'), await unitIn(visit, root, 'Two')]
      await visit.boss.moveUnit({ unit, to })
      return (await visit.boss.listUnits({ parent: to })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
