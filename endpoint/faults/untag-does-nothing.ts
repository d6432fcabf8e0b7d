import { founded } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that tags are gone and keeps them. */
export const untagDoesNothing: KnownFault = {
  name: 'untag-does-nothing',
  description: 'confirms that tags are gone and keeps them',
  breaks: { aws: ['K8'], huawei: ['R152'] },
  alter: confirming('untagResource'),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '1' }] })
      await visit.boss.untagResource({ resource, keys: ['a'] })
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
