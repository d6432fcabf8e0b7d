import { founded, joined } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the removal of an account and keeps it. */
export const removeKeepsMembership: KnownFault = {
  name: 'remove-keeps-membership',
  description: 'confirms the removal of an account and keeps it',
  breaks: { aws: ['C24'], huawei: ['R74'], tencent: ['A7'] },
  alter: confirming('removeAccount'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.removeAccount({ account: await joined(visit) })
      return (await visit.guest.getOrganization({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
