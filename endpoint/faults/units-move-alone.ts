import { founded, joined, unitIn } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the accounts of a unit behind, in the root, when it moves. */
export const unitsMoveAlone: KnownFault = {
  name: 'units-move-alone',
  description: 'leaves the accounts of a unit behind, in the root, when it moves',
  breaks: { tencent: ['A20'] },
  alter: writing('moveUnit', (written, { args: { unit } }) => ({
    ...written,
    members: new Map(
      [...written.members].map(([id, member]) => [
        id,
        member.parent === unit ? { ...member, parent: written.root } : member,
      ]),
    ),
  })),
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
