import { founded, created } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Reports a creation as succeeded and does not say which account came of it. */
export const createdAccountUnnamed: KnownFault = {
  name: 'created-account-unnamed',
  description: 'reports a creation as succeeded and does not say which account came of it',
  breaks: { aws: ['C2'], huawei: ['R57'] },
  alter: telling('getAccountCreation', (creation) => {
    const { account: _, ...rest } = creation
    return rest
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await created(visit)) === ''
    },
    right: false,
    wrong: true,
  },
}
