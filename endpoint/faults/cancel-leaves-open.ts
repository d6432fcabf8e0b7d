import { founded, invited } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that an invitation is cancelled and leaves it open. */
export const cancelLeavesOpen: KnownFault = {
  name: 'cancel-leaves-open',
  description: 'confirms that an invitation is cancelled and leaves it open',
  breaks: { aws: ['D13', 'D18'], huawei: ['R96', 'R97'], tencent: ['A3'] },
  alter: confirming('cancelInvitation'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.boss.cancelInvitation({ invitation })
      return (await visit.boss.getInvitation({ invitation })).result.state
    },
    right: 'cancelled',
    wrong: 'open',
  },
}
