import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { neverForgetting, takingAccounts } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Counts accounts that left, and invitations that were taken back. */
export const departedAccountsCount: KnownFault = {
  name: 'departed-accounts-count',
  description: 'counts accounts that left and invitations that were taken back',
  breaks: {
    aws: ['scenario/*/removed-makes-room'],
    huawei: ['scenario/account-count-limit/removed-makes-room'],
    tencent: ['scenario/account-count-limit/removed-makes-room'],
  },
  alter: neverForgetting(takingAccounts),
  seen: {
    at: (visit) => filledUp(visit, takingAccounts),
    right: ['done', 'accountCountExceeded', 'done'],
    wrong: ['done', 'accountCountExceeded', 'accountCountExceeded'],
  },
}
