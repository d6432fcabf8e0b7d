import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Forgets tags without a value once they were read. */
export const readingDropsEmptyTags: KnownFault = {
  name: 'reading-drops-empty-tags',
  description: 'forgets tags without a value once they were read',
  breaks: { aws: ['K5'], huawei: ['N34'] },
  alter: saying('listTags', (moment) => {
    const decision = decideAs(moment, {})
    const organization = organizationOf(moment)
    if (decision.kind === 'refused' || organization === undefined) return decision
    const { resource } = moment.args
    const left = (organization.tags.get(resource) ?? []).filter(({ value }) => value !== '')
    const tags = new Map(organization.tags).set(resource, left)
    return { ...decision, changes: { organizations: [{ ...organization, tags }] } }
  }),
  seen: {
    at: async (visit) => {
      const resource = await founded(visit)
      await visit.boss.tagResource({ resource, tags: [{ key: 'a', value: '' }] })
      const read = async () => (await visit.boss.listTags({ resource })).result.items.length
      return [await read(), await read()]
    },
    right: [1, 1],
    wrong: [1, 0],
  },
}
