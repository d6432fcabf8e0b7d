import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms another value for the key of a tag and keeps the one that is there. */
export const retaggingKeepsTheFirstValue: KnownFault = {
  name: 'retagging-keeps-the-first-value',
  description: 'confirms another value for the key of a tag and keeps the one that is there',
  breaks: { aws: ['K28'], huawei: ['N51'] },
  alter: writing('tagResource', (written, moment) => {
    const { resource } = moment.args
    const before = organizationOf(moment)?.tags.get(resource) ?? []
    const tags = (written.tags.get(resource) ?? []).map(
      (tag) => before.find(({ key }) => key === tag.key) ?? tag,
    )
    return { ...written, tags: new Map(written.tags).set(resource, tags) }
  }),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      for (const value of ['1', '2'])
        await visit.boss.tagResource({ resource, tags: [{ key: 'a', value }] })
      return (await visit.boss.listTags({ resource })).result.items
    },
    right: [{ key: 'a', value: '2' }],
    wrong: [{ key: 'a', value: '1' }],
  },
}
