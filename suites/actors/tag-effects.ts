import type { Tag } from '../../specs/vocabulary/verbs.ts'
import type { RehearsalKit, Reversible } from './effect.ts'
import { entriesOf } from './look.ts'

/** The first of some keys that something carries. */
export function carried(
  there: readonly Tag[] | undefined,
  tags: readonly Tag[],
): string | undefined {
  return there?.find(({ key }) => tags.some((tag) => tag.key === key))?.key
}

/** The id of a unit to rehearse with. */
export async function unitOf({ workspace, fresh, make }: RehearsalKit): Promise<string> {
  return (await make('createUnit', { parent: await workspace(), name: fresh.name('rehearsal') })).id
}

/** Tags to rehearse with. */
export const rehearsalTags: readonly Tag[] = [{ key: 'orgproof-rehearsal', value: 'yes' }]

/** Tags that were put on something are taken off. */
export const tagged: Reversible<'tagResource'> = {
  kind: 'reversible',
  danger: 'light',
  undoneBy: 'untagResource',
  shownBy: 'listTags',
  subject: ({ resource }) => resource,
  wholly: true,
  look: async (hands, args) =>
    carried(await entriesOf(hands, 'listTags', { resource: args.resource }), args.tags),
  undo: ({ actor }, args) =>
    actor.untagResource({ resource: args.resource, keys: args.tags.map(({ key }) => key) }),
  rehearse: async (kit) => ({ resource: await unitOf(kit), tags: rehearsalTags }),
}
