import { withLimits } from '../fault-kit/alter-decide.ts'
import { created, day, founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Has a created account wait half as long before it leaves. */
export const waitPeriodTooShort: KnownFault = {
  name: 'wait-period-too-short',
  description: 'has a created account wait half as long before it leaves',
  breaks: { aws: ['C28'] },
  alter: withLimits(({ createdAccountWaitDays = 0 }) => ({
    createdAccountWaitDays: createdAccountWaitDays / 2,
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      visit.wait(5 * day)
      return (await visit.as(account).leaveOrganization({})).came
    },
    right: 'waitPeriodActive',
    wrong: 'done',
  },
}
