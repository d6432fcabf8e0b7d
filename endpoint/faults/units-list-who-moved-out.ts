import type { Account } from '../../specs/vocabulary/verbs.ts'
import { populated } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Goes on listing accounts in a unit in which it listed them once. */
export const unitsListWhoMovedOut: KnownFault = {
  name: 'units-list-who-moved-out',
  description: 'goes on listing accounts in a unit in which it listed them once',
  breaks: { aws: ['K6'], huawei: ['R77'], tencent: ['A16'] },
  alter: (steps) => {
    const shown = new Map<string, readonly Account[]>()
    return telling('listAccountsIn', (page, { args: { parent } }) => {
      const known = shown.get(parent) ?? []
      const gone = known.filter(({ id }) => !page.items.some((item) => item.id === id))
      const items = [...page.items, ...gone]
      shown.set(parent, items)
      return page.next === undefined ? { ...page, items } : page
    })(steps)
  },
  seen: {
    at: async (visit) => {
      const { root, unit, account } = await populated(visit)
      await visit.boss.listAccountsIn({ parent: unit })
      await visit.boss.moveAccount({ account, from: unit, to: root })
      return (await visit.boss.listAccountsIn({ parent: unit })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
