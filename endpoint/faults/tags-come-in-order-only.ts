import { decideAs, decideWith, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf, unwritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms tags whose keys come before one that is there already, and forgets them. */
export const tagsComeInOrderOnly: KnownFault = {
  name: 'tags-come-in-order-only',
  description: 'confirms tags whose keys come before one that is there, and forgets them',
  breaks: { aws: ['K8'], huawei: ['R147'] },
  alter: saying('tagResource', (moment) => {
    const { resource, tags } = moment.args
    const present = organizationOf(moment)?.tags.get(resource) ?? []
    const kept = tags.filter(({ key }) => present.every((one) => one.key <= key))
    return kept.length === 0 ? unwritten(decideAs(moment, {})) : decideWith(moment, { tags: kept })
  }),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      for (const key of ['b', 'a']) {
        await visit.boss.tagResource({ resource, tags: [{ key, value: '1' }] })
      }
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 2,
    wrong: 1,
  },
}
