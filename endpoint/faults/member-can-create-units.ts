import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Lets every member create units. */
export const memberCanCreateUnits: KnownFault = {
  name: 'member-can-create-units',
  description: 'lets every member create units',
  breaks: { aws: ['J3'], huawei: ['R40'] },
  alter: forgiving(['accessDenied'], (moment) => {
    const management = organizationOf(moment)?.management
    const caller = moment.command.verb === 'createUnit' ? management : undefined
    return decideAs(moment, caller === undefined ? {} : { caller })
  }),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      await joined(visit)
      return (await visit.guest.createUnit({ parent: root, name: 'Mine' })).came
    },
    right: 'accessDenied',
    wrong: 'done',
  },
}
