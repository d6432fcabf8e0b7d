import type { Tag } from '../../specs/vocabulary/verbs.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { altering, noticing, writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives a new unit the tags of a deleted one of the same name. */
export const namesakesInheritTags: KnownFault = {
  name: 'namesakes-inherit-tags',
  description: 'gives a new unit the tags of a deleted one of the same name',
  breaks: { aws: ['K22'], huawei: ['N44'] },
  alter: (steps) => {
    const left = new Map<string, readonly Tag[]>()
    const deleting = noticing('deleteUnit', (moment) => {
      const organization = organizationOf(moment)
      const { unit } = moment.args
      const name = organization?.units.get(unit)?.name
      const tags = organization?.tags.get(unit)
      if (name !== undefined && tags !== undefined) left.set(name, tags)
    })
    const creating = writing('createUnit', (written, { args: { name } }) => {
      const [id] = [...written.units.keys()].slice(-1)
      const tags = left.get(name)
      if (id === undefined || tags === undefined || written.tags.has(id)) return written
      return { ...written, tags: new Map(written.tags).set(id, tags) }
    })
    return altering(deleting, creating)(steps)
  },
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const tags = [{ key: 'a', value: '1' }]
      const first = (await visit.boss.createUnit({ parent, name: 'One', tags })).result.id
      await visit.boss.deleteUnit({ unit: first })
      const resource = (await visit.boss.createUnit({ parent, name: 'One' })).result.id
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
