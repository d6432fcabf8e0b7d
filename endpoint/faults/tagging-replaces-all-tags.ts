import { founded } from '../fault-kit/arrange.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Takes away the tags that a resource has when it gets others. */
export const taggingReplacesAllTags: KnownFault = {
  name: 'tagging-replaces-all-tags',
  description: 'takes away the tags that a resource has when it gets others',
  breaks: { aws: ['K8'], huawei: ['R147', 'model/huawei/ListTagsForResource/*'] },
  alter: writing('tagResource', (written, { args: { resource, tags } }) => ({
    ...written,
    tags: new Map(written.tags).set(resource, tags),
  })),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      for (const key of ['a', 'b'])
        await visit.boss.tagResource({ resource, tags: [{ key, value: '1' }] })
      return (await visit.boss.listTags({ resource })).result.items.map(({ key }) => key)
    },
    right: ['a', 'b'],
    wrong: ['b'],
  },
}
