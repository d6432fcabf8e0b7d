import { founded, unitIn } from '../fault-kit/arrange.ts'
import { listingFirstNames } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lists units that were renamed under the names they were created with. */
export const unitListsTellFirstNames: KnownFault = {
  name: 'unit-lists-tell-first-names',
  description: 'lists units that were renamed under the names they were created with',
  breaks: { aws: ['K24'], huawei: ['N46'], tencent: ['R26', 'A20'] },
  alter: listingFirstNames('createUnit', 'listUnits', 'listTree'),
  seen: {
    at: async (visit) => {
      const { boss, speaks } = visit
      const parent = await founded(visit)
      const unit = await unitIn(visit, parent, 'One')
      await boss.renameUnit({ unit, name: 'Two' })
      const list = speaks('listTree') ? boss.listTree({}) : boss.listUnits({ parent })
      return (await list).result.items.find(({ id }) => id === unit)?.name
    },
    right: 'Two',
    wrong: 'One',
  },
}
