import { withoutLimits } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Lets an account leave right after it was created. */
export const waitPeriodIgnored: Fault = {
  name: 'wait-period-ignored',
  description: 'lets an account leave right after it was created',
  breaks: { aws: ['C28'] },
  alter: withoutLimits('createdAccountWaitDays'),
}
