import { refused } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Counts tags that were taken away among those of a resource. */
export const removedTagsCount: KnownFault = {
  name: 'removed-tags-count',
  description: 'counts tags that were taken away among those of a resource',
  breaks: { aws: ['H6', 'K21'], huawei: ['R153'] },
  alter: (steps) => {
    const keys = new Map<string, Set<string>>()
    return saying('tagResource', (moment) => {
      const decision = decideAs(moment, {})
      if (decision.kind === 'refused') return decision
      const { resource, tags } = moment.args
      const all = new Set([...(keys.get(resource) ?? []), ...tags.map(({ key }) => key)])
      if (all.size > (moment.context.rules.limits.tagsPerResource ?? Infinity))
        return refused('tagLimitExceeded', `tags: the resource had ${all.size} keys`)
      keys.set(resource, all)
      return decision
    })(steps)
  },
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      const most = visit.vendor.profile.limits.tagsPerResource?.value ?? 0
      const tags = tagsOf(most)
      await visit.boss.tagResource({ resource, tags })
      await visit.boss.untagResource({ resource, keys: ['k0'] })
      return (await visit.boss.tagResource({ resource, tags: [{ key: 'new', value: '' }] })).came
    },
    right: 'done',
    wrong: 'tagLimitExceeded',
  },
}
