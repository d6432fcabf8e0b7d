import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import { sameKeyTwice } from '../fault-kit/arrange-tags.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Keeps the last of two tags with one key. */
export const tagDuplicateAccepted: KnownFault = {
  name: 'tag-duplicate-accepted',
  description: 'keeps the last of two tags with one key',
  breaks: { aws: ['H4'] },
  alter: forgiving(['tagKeyDuplicate'], (moment) => {
    const { args } = moment.command
    const tags = 'tags' in args ? (args.tags ?? []) : []
    const last = new Map(tags.map((tag) => [tag.key, tag]))
    return decideWith(moment, { tags: [...last.values()] })
  }),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: sameKeyTwice })
      return (await visit.boss.listTags({ resource })).result.items
    },
    right: [],
    wrong: [{ key: 'a', value: '2' }],
  },
}
