import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { listing } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Leaves the last one out of the tags that are read with a kind. */
export const kindTagsLackTheLast: KnownFault = {
  name: 'kind-tags-lack-the-last',
  description: 'leaves the last one out of the tags that are read with a kind',
  breaks: { huawei: ['R155'] },
  alter: listing('listTagsOfKind', (_, index, all) => index < all.length - 1),
  seen: {
    at: async (visit) => {
      const resource = await unitIn(visit, await founded(visit))
      const named = { kind: 'unit', resource }
      await visit.boss.tagResource({ resource, tags: tagsOf(2) })
      return (await visit.boss.listTagsOfKind(named)).result.items.length
    },
    right: 2,
    wrong: 1,
  },
}
