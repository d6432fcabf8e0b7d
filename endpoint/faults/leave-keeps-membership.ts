import { founded, joined } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Says good-bye to a leaving account and keeps it. */
export const leaveKeepsMembership: KnownFault = {
  name: 'leave-keeps-membership',
  description: 'says good-bye to a leaving account and keeps it',
  breaks: { aws: ['K7'], huawei: ['R34'], tencent: ['A17'] },
  alter: confirming('leaveOrganization', 'leaveNamedOrganization'),
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
