import { founded, unitIn } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Lists no parent of a unit that stands in the root, and counts none. */
export const unitParentsLeftOut: KnownVariant = {
  name: 'unit-parents-left-out',
  description:
    'lists no parent of a unit that stands in the root, and says null in place of a count',
  evidence: { huawei: ['H16', 'H25'] },
  alter: ({ write }) => ({
    write: (output, heard) => {
      const written = write(output, heard)
      const { input } = heard
      const child = (input as { readonly child_id?: string }).child_id ?? ''
      const { entities, page_info: page = {} } = written
      const inRoot = Array.isArray(entities) && JSON.stringify(entities).includes('"root"')
      if (heard.operation !== 'ListEntitiesInOrganization' || !child.startsWith('ou-') || !inRoot)
        return written
      return { ...written, entities: [], page_info: { ...(page as object), current_count: null } }
    },
  }),
  seen: {
    at: async (visit) => {
      const child = await unitIn(visit, await founded(visit))
      return (await visit.boss.listParents({ child })).result.items.length
    },
    quiet: 1,
    varied: 0,
  },
}
