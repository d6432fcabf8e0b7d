import type { OrganizationRecord } from '../../specs/model/world.ts'
import { type MomentOf } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { Steps } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

const lag = 2000

type List = 'listUnits' | 'listChildren' | 'listNodes'

/** What is no unit, or one that has been there for a while. */
const settled = <T extends { readonly id: string }>(
  page: { readonly items: readonly T[] },
  moment: MomentOf<List>,
): readonly T[] => {
  const units: OrganizationRecord['units'] = organizationOf(moment)?.units ?? new Map()
  const { now } = moment.context
  return page.items.filter(({ id }) => (units.get(id)?.createdAt ?? -Infinity) <= now - lag)
}

const alterations = [
  telling('listUnits', (page, moment) => ({ ...page, items: settled(page, moment) })),
  telling('listChildren', (page, moment) => ({ ...page, items: settled(page, moment) })),
  telling('listNodes', (page, moment) => ({ ...page, items: settled(page, moment) })),
]

/** Leaves a unit out of lists for two seconds after it was made, and tells of it at once. */
export const newUnitsListedLate: KnownVariant = {
  name: 'new-units-listed-late',
  description:
    'leaves a unit out of lists for two seconds after it was made, and tells of it at once',
  evidence: { aws: ['O39'], huawei: ['H35'] },
  alter: (steps) =>
    alterations.reduce<Steps>((before, alter) => ({ ...before, ...alter(before) }), steps),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
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
