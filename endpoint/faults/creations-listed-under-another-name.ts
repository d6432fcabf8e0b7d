import { created, founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Lists account creations under another name than they were asked for. */
export const creationsListedUnderAnotherName: KnownFault = {
  name: 'creations-listed-under-another-name',
  description: 'lists account creations under another name than they were asked for',
  breaks: { aws: ['K2'], huawei: ['R56'] },
  alter: telling('listAccountCreations', (page) => ({
    ...page,
    items: page.items.map((creation) => ({ ...creation, name: 'Account' })),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await created(visit)
      const { items } = (await visit.boss.listAccountCreations({})).result
      return items.map(({ name }) => name)
    },
    right: ['Made'],
    wrong: ['Account'],
  },
}
