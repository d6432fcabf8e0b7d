import { refused } from '../../specs/model/decision.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Lets nobody tag a root or a policy. */
export const rootsTakeNoTags: KnownFault = {
  name: 'roots-take-no-tags',
  description: 'lets nobody tag a root or a policy',
  breaks: {
    aws: ['scenario/tags-of-every-kind/root-is-tagged'],
    huawei: ['scenario/tags-of-every-kind/root-is-tagged'],
  },
  alter: saying('tagResource', (moment) => {
    const organization = organizationOf(moment)
    const { resource } = moment.args
    const isOne = organization?.root === resource || organization?.policies.has(resource) === true
    return isOne ? refused('accessDenied', 'it takes no tags') : decideAs(moment, {})
  }),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      return (await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '1' }] })).came
    },
    right: 'done',
    wrong: 'accessDenied',
  },
}
