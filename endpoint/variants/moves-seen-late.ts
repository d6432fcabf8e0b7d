import { kindAbove, populated } from '../fault-kit/arrange.ts'
import { lookingBack } from '../variant-kit/past-worlds.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 3000
const views = ['listParents', 'listAccountsIn', 'listChildren', 'listNodes']

/** Shows where things stand as it was three seconds ago. */
export const movesSeenLate: KnownVariant = {
  name: 'moves-seen-late',
  description: 'shows where things stand as it was three seconds ago',
  evidence: { aws: ['O38'], huawei: ['H35'] },
  alter: lookingBack({ reads: (verb) => views.includes(verb), age: () => lag, furthest: lag }),
  seen: {
    at: async (visit) => {
      const { unit, root, account } = await populated(visit)
      visit.wait(lag)
      await visit.boss.moveAccount({ account, from: unit, to: root })
      const soon = await kindAbove(visit, account)
      visit.wait(lag)
      return [soon, await kindAbove(visit, account)]
    },
    quiet: ['root', 'root'],
    varied: ['unit', 'root'],
  },
}
