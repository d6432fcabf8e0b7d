import { founded } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Reads tags with empty values. */
export const tagsReadWithoutValues: KnownFault = {
  name: 'tags-read-without-values',
  description: 'reads tags with empty values',
  breaks: { aws: ['K8'], huawei: ['R147'] },
  alter: telling('listTags', (page) => ({
    ...page,
    items: page.items.map(({ key }) => ({ key, value: '' })),
  })),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '1' }] })
      return (await visit.boss.listTags({ resource })).result.items.map(({ value }) => value)
    },
    right: ['1'],
    wrong: [''],
  },
}
