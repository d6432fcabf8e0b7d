import type { OrganizationRecord, World } from '../../specs/model/world.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { telling } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** The units of other organizations that have a name, by their organization. */
const namesakes = (
  { organizations }: World,
  own: OrganizationRecord | undefined,
  name: string,
): readonly (readonly [OrganizationRecord, string])[] =>
  [...organizations.values()]
    .filter(({ id }) => id !== own?.id)
    .flatMap((other) =>
      [...other.units.values()]
        .filter((unit) => unit.name === name)
        .map(({ id }) => [other, id] as const),
    )

/** Shows the tags of units of one name on each of them, whoever has them. */
export const namesakesShareTags: KnownFault = {
  name: 'namesakes-share-tags',
  description: 'shows the tags of units of one name on each of them, whosever they are',
  breaks: { aws: ['K1'], huawei: ['N47'] },
  alter: telling('listTags', (page, moment) => {
    const own = organizationOf(moment)
    const name = own?.units.get(moment.args.resource)?.name
    if (name === undefined || page.next !== undefined) return page
    const others = namesakes(moment.world, own, name).flatMap(
      ([{ tags }, unit]) => tags.get(unit) ?? [],
    )
    return { ...page, items: [...page.items, ...others] }
  }),
  seen: {
    at: async (visit) => {
      const { boss, third } = visit
      const unit = await unitIn(visit, await founded(visit), 'Same')
      await third.createOrganization({})
      const [root] = (await third.listRoots({})).result.items
      const tags = [{ key: 'a', value: '1' }]
      await third.createUnit({ parent: root?.id ?? '', name: 'Same', tags })
      return (await boss.listTags({ resource: unit })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
