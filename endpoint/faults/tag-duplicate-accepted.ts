import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Keeps the last of two tags with one key. */
export const tagDuplicateAccepted: Fault = {
  name: 'tag-duplicate-accepted',
  description: 'keeps the last of two tags with one key',
  breaks: { aws: ['H4'] },
  alter: forgiving(['tagKeyDuplicate'], (moment) => {
    const { args } = moment.command
    const tags = 'tags' in args ? (args.tags ?? []) : []
    const last = new Map(tags.map((tag) => [tag.key, tag]))
    return decideWith(moment, { tags: [...last.values()] })
  }),
}
