import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { tagsOf } from '../fault-kit/arrange-tags.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Puts any number of tags on one resource. */
export const tagLimitIgnored: KnownFault = {
  name: 'tag-limit-ignored',
  description: 'puts any number of tags on one resource',
  breaks: { aws: ['H6'], huawei: ['R153'] },
  alter: withoutLimits('tagsPerResource'),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      const most = visit.vendor.profile.limits.tagsPerResource?.value ?? 0
      return (await visit.boss.tagResource({ resource, tags: tagsOf(most + 1) })).done
    },
    right: false,
    wrong: true,
  },
}
