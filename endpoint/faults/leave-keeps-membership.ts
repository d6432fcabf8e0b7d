import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Says good-bye to a leaving account and keeps it. */
export const leaveKeepsMembership: KnownFault = {
  name: 'leave-keeps-membership',
  description: 'says good-bye to a leaving account and keeps it',
  breaks: { aws: ['K7'], huawei: ['R34'], tencent: ['A17'] },
  alter: (steps) => {
    const left = saying('leaveOrganization', (moment) => unwritten(decideAs(moment, {})))(steps)
    return saying('leaveNamedOrganization', (moment) => unwritten(decideAs(moment, {})))({
      ...steps,
      ...left,
    })
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.as(await joined(visit)).leaveOrganization({})
      return (await visit.guest.getOrganization({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
