import { founded, joined } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Names whoever asks as the management account. */
export const callerNamedAsManagement: KnownFault = {
  name: 'caller-named-as-management',
  description: 'names whoever asks as the management account',
  breaks: { aws: ['A11'], huawei: ['R30'], tencent: ['A10'] },
  alter: telling('getOrganization', (organization, { command }) => ({
    ...organization,
    management: command.caller,
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.guest.getOrganization({})).result.management === visit.boss.id
    },
    right: true,
    wrong: false,
  },
}
