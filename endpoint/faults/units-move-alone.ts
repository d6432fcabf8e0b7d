import { founded, joined, unitIn } from '../fault-kit/arrange.ts'
import { emptying } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the accounts of a unit behind, in the root, when it moves. */
export const unitsMoveAlone: KnownFault = {
  name: 'units-move-alone',
  description: 'leaves the accounts of a unit behind, in the root, when it moves',
  breaks: { tencent: ['A20'] },
  alter: emptying('moveUnit'),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const [unit, to] = [await unitIn(visit, root, 'One'), await unitIn(visit, root, 'To')]
      const account = await joined(visit)
      await visit.boss.moveAccount({ account, to: unit })
      await visit.boss.moveUnit({ unit, to })
      return (await visit.boss.listAccountsIn({ parent: unit })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
