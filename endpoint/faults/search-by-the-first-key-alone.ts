import { founded } from '../fault-kit/arrange.ts'
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
      const parent = await founded(visit)
      const { boss } = visit
      await boss.createUnit({ parent, name: 'One', tags: [{ key: 'a', value: '1' }] })
      await boss.createUnit({
        parent,
        name: 'Two',
        tags: [
          { key: 'a', value: '2' },
          { key: 'b', value: '2' },
        ],
      })
      const tags = [
        { key: 'a', values: ['1', '2'] },
        { key: 'b', values: ['2'] },
      ]
      return (await boss.listTaggedResources({ kind: 'unit', tags })).result.total
    },
    right: 1,
    wrong: 2,
  },
}
