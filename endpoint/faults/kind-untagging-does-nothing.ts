import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that tags said with a kind are gone and keeps them. */
export const kindUntaggingDoesNothing: KnownFault = {
  name: 'kind-untagging-does-nothing',
  description: 'confirms that tags said with a kind are gone and keeps them',
  breaks: { huawei: ['R155'] },
  alter: confirming('untagResourceOfKind'),
  seen: {
    at: async (visit) => {
      const resource = await unitIn(visit, await founded(visit))
      const named = { kind: 'unit', resource }
      await visit.boss.tagResource({ resource, tags: tagsOf(1) })
      await visit.boss.untagResourceOfKind({ ...named, tags: tagsOf(1) })
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
