import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Puts the tags of a unit on what it stands in, too. */
export const tagsSpreadToTheParent: KnownFault = {
  name: 'tags-spread-to-the-parent',
  description: 'puts the tags of a unit on what it stands in as well',
  breaks: { aws: ['K23'], huawei: ['N45'] },
  alter: saying('tagResource', (moment) =>
    rewritten(decideAs(moment, {}), (written) => {
      const { resource, tags } = moment.args
      const parent = written.units.get(resource)?.parent
      if (parent === undefined) return written
      const spread = [...(written.tags.get(parent) ?? []), ...tags]
      return { ...written, tags: new Map(written.tags).set(parent, spread) }
    }),
  ),
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const resource = await unitIn(visit, root)
      await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '1' }] })
      return (await visit.boss.listTags({ resource: root })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
