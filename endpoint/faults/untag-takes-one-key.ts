import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded } from '../fault-kit/arrange.ts'
import { hearing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Removes the first of several tag keys and confirms all. */
export const untagTakesOneKey: KnownFault = {
  name: 'untag-takes-one-key',
  description: 'removes the first of several tag keys and confirms all',
  breaks: { aws: ['K8'], huawei: ['R152'] },
  alter: hearing('untagResource', ({ keys }) => ({ keys: keys.slice(0, 1) })),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: tagsOf(3) })
      await visit.boss.untagResource({ resource, keys: ['k0', 'k1'] })
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 1,
    wrong: 2,
  },
}
