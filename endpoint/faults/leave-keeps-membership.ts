import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Says good-bye to a leaving account and keeps it. */
export const leaveKeepsMembership: Fault = {
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
}
