import { populated, kindAbove } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Names the root as the parent of whatever stands below it. */
export const everyParentIsTheRoot: KnownFault = {
  name: 'every-parent-is-the-root',
  description: 'names the root as the parent of whatever stands below it',
  breaks: { aws: ['B9'] },
  alter: telling('listParents', (page, moment) => ({
    ...page,
    items: [{ id: organizationOf(moment)?.root ?? '', kind: 'root' }],
  })),
  seen: {
    at: async (visit) => {
      const { account } = await populated(visit)
      return await kindAbove(visit, account)
    },
    right: 'unit',
    wrong: 'root',
  },
}
