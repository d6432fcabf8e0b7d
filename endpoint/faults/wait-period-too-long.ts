import { withLimits } from '../fault-kit/alter-decide.ts'
import { created, day, founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Has a created account wait twice as long before it leaves. */
export const waitPeriodTooLong: KnownFault = {
  name: 'wait-period-too-long',
  description: 'has a created account wait twice as long before it leaves',
  breaks: { aws: ['model/aws/LeaveOrganization/outcome'] },
  alter: withLimits(({ createdAccountWaitDays = 0 }) => ({
    createdAccountWaitDays: 2 * createdAccountWaitDays,
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await created(visit)
      visit.wait(10 * day)
      return (await visit.as(account).leaveOrganization({})).came
    },
    right: 'done',
    wrong: 'waitPeriodActive',
  },
}
