import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms tags that are said with a kind and forgets them. */
export const kindTaggingDoesNothing: KnownFault = {
  name: 'kind-tagging-does-nothing',
  description: 'confirms tags that are said with a kind and forgets them',
  breaks: { huawei: ['R155'] },
  alter: confirming('tagResourceOfKind'),
  seen: {
    at: async (visit) => {
      const resource = await unitIn(visit, await founded(visit))
      const named = { kind: 'unit', resource }
      await visit.boss.tagResourceOfKind({ ...named, tags: tagsOf(1) })
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
