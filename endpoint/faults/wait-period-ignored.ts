import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { founded, created } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Lets an account leave right after it was created. */
export const waitPeriodIgnored: KnownFault = {
  name: 'wait-period-ignored',
  description: 'lets an account leave right after it was created',
  breaks: { aws: ['C28'] },
  alter: withoutLimits('createdAccountWaitDays'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.as(await created(visit)).leaveOrganization({})).came
    },
    right: 'waitPeriodActive',
    wrong: 'done',
  },
}
