import { decideAs, saying, type Moment } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lets accounts that were removed read the organization they were in. */
export const removedMembersReadOn: KnownFault = {
  name: 'removed-members-read-on',
  description: 'lets accounts that were removed read the organization they were in',
  breaks: { aws: ['K7', 'A10'], huawei: ['R74'], tencent: ['S23'] },
  alter: (steps) => {
    const former = new Map<string, string>()
    const removing = noticing('removeAccount', (moment) => {
      const management = organizationOf(moment)?.management
      if (management !== undefined) former.set(moment.args.account, management)
    })
    const asFormer = (moment: Moment) => {
      const caller = organizationOf(moment) ? undefined : former.get(moment.command.caller)
      return decideAs(moment, caller === undefined ? {} : { caller })
    }
    return altering(removing, saying('getOrganization', asFormer))(steps)
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      await visit.boss.removeAccount({ account })
      return (await visit.guest.getOrganization({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
