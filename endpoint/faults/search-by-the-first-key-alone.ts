import { unitsWithTags } from '../fault-kit/arrange-tags.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Finds resources by the first of the keys that are asked for. */
export const searchByTheFirstKeyAlone: KnownFault = {
  name: 'search-by-the-first-key-alone',
  description: 'finds resources by the first of the keys that are asked for',
  breaks: { huawei: ['R158'] },
  alter: hearing('listTaggedResources', ({ tags }) => ({ tags: tags?.slice(0, 1) })),
  seen: {
    at: async (visit) => {
      await unitsWithTags(visit)
      const tags = [
        { key: 'a', values: ['1', '2'] },
        { key: 'b', values: ['2'] },
      ]
      return (await visit.boss.listTaggedResources({ kind: 'unit', tags })).result.total
    },
    right: 1,
    wrong: 2,
  },
}
