import { isObject } from '../../specs/contract/json.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import { shuffled } from '../variant-kit/shuffled.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes the entries of every list in an order of their own. */
export const listsInAnyOrder: KnownVariant = {
  name: 'lists-in-any-order',
  description: 'answers lists of things in an order that changes from answer to answer',
  evidence: {
    aws: ['O45', 'O124', 'O160'],
    huawei: ['R24'],
    tencent: ['A13', 'A15'],
  },
  alter: rewriting(({ random }) => ({
    list: (list) => (list.every(isObject) ? shuffled(list, random) : list),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      const orders = new Set<string>()
      for (let asked = 0; asked < 20; asked += 1) {
        const { items } = (await visit.boss.listAccounts({})).result
        orders.add(items.map(({ id }) => id).join())
      }
      return orders.size
    },
    quiet: 1,
    varied: 2,
  },
}
