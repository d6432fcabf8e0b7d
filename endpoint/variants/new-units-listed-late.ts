import { unitIn } from '../fault-kit/arrange.ts'
import { foundedBefore } from '../variant-kit/founded-before.ts'
import { lookingBack } from '../variant-kit/past-worlds.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 2000
const lists = ['listUnits', 'listChildren', 'listNodes']

/** Lists units as they were two seconds ago, and tells of each of them at once. */
export const newUnitsListedLate: KnownVariant = {
  name: 'new-units-listed-late',
  description: 'lists units as they were two seconds ago, and tells of each of them at once',
  evidence: { aws: ['O39'], huawei: ['H35'] },
  alter: lookingBack({ reads: (verb) => lists.includes(verb), age: () => lag, furthest: lag }),
  seen: {
    at: async (visit) => {
      const root = await foundedBefore(visit)
      await unitIn(visit, root)
      const listed = async () => (await visit.boss.listUnits({ parent: root })).result.items.length
      const soon = await listed()
      visit.wait(lag)
      return [soon, await listed()]
    },
    quiet: [1, 1],
    varied: [0, 1],
  },
}
