import { populated } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that an account is taken out of its unit and leaves it there. */
export const displacedAccountStays: KnownFault = {
  name: 'displaced-account-stays',
  description: 'confirms that an account is taken out of its unit and leaves it there',
  breaks: { tencent: ['A6'] },
  alter: confirming('moveAccountToRoot'),
  seen: {
    at: async (visit) => {
      const { root, unit, account } = await populated(visit)
      await visit.boss.moveAccountToRoot({ account, from: unit })
      const { items } = (await visit.boss.listAccountsIn({ parent: root })).result
      return items.some(({ id }) => id === account)
    },
    right: true,
    wrong: false,
  },
}
