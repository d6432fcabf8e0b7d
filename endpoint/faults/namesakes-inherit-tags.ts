import { founded } from '../fault-kit/arrange.ts'
import { inheritingTags } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives a new unit the tags of a deleted one of the same name. */
export const namesakesInheritTags: KnownFault = {
  name: 'namesakes-inherit-tags',
  description: 'gives a new unit the tags of a deleted one of the same name',
  breaks: { aws: ['K22'], huawei: ['N44'] },
  alter: inheritingTags(
    { kind: 'units', verb: 'deleteUnit', id: ({ unit }) => unit },
    'createUnit',
  ),
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
