import { unitsWithTags } from '../fault-kit/arrange-tags.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Tells of every key in use only one of its values. */
export const keysKeepTheirFirstValue: KnownFault = {
  name: 'keys-keep-their-first-value',
  description: 'tells of every key in use only one of its values',
  breaks: { huawei: ['R160'] },
  alter: telling('listTagValues', (page) => ({
    ...page,
    items: page.items.map(({ key, values }) => ({ key, values: values.slice(0, 1) })),
  })),
  seen: {
    at: async (visit) => {
      await unitsWithTags(visit)
      const { items } = (await visit.boss.listTagValues({ kind: 'unit' })).result
      return items.find(({ key }) => key === 'a')?.values
    },
    right: ['1', '2'],
    wrong: ['1'],
  },
}
