import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { created, founded, minute } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Closes accounts that are closed already, to no effect. */
export const closingTwiceAccepted: KnownFault = {
  name: 'closing-twice-accepted',
  description: 'closes accounts that are closed already, to no effect',
  breaks: { aws: ['C20'], huawei: ['model/huawei/CloseAccount/outcome'] },
  alter: forgiving(['accountAlreadyClosed'], () => done({})),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      await visit.boss.closeAccount({ account })
      visit.wait(minute)
      return (await visit.boss.closeAccount({ account })).came
    },
    right: 'accountAlreadyClosed',
    wrong: 'done',
  },
}
