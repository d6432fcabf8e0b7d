import { withoutLimits } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Puts any number of tags on one resource. */
export const tagLimitIgnored: Fault = {
  name: 'tag-limit-ignored',
  description: 'puts any number of tags on one resource',
  breaks: { aws: ['H6'], huawei: ['R153'] },
  alter: withoutLimits('tagsPerResource'),
}
