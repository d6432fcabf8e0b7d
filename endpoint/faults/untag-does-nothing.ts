import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { unwritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that tags are gone and keeps them. */
export const untagDoesNothing: KnownFault = {
  name: 'untag-does-nothing',
  description: 'confirms that tags are gone and keeps them',
  breaks: { aws: ['K8'], huawei: ['R152'] },
  alter: saying('untagResource', (moment) => unwritten(decideAs(moment, {}))),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '1' }] })
      await visit.boss.untagResource({ resource, keys: ['a'] })
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
