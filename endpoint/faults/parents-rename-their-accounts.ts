import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists the accounts of a parent under other names than they have. */
export const parentsRenameTheirAccounts: KnownFault = {
  name: 'parents-rename-their-accounts',
  description: 'lists the accounts of a parent under other names than they have',
  breaks: { aws: ['K24'], huawei: ['N46'], tencent: ['R26'] },
  alter: telling('listAccountsIn', (page) => ({
    ...page,
    items: page.items.map((account) => ({ ...account, name: `${account.name ?? ''}2` })),
  })),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const [listed] = (await visit.boss.listAccountsIn({ parent })).result.items
      const { name } = (await visit.boss.getAccount({ account: visit.boss.id })).result
      return listed?.name === name
    },
    right: true,
    wrong: false,
  },
}
