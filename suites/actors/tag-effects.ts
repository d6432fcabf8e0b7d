import type { Tag } from '../../specs/vocabulary/verbs.ts'
import type { RehearsalKit, Reversible } from './effect.ts'
import { entriesOf } from './look.ts'

/** The first of some keys that something carries. */
const carried = (there: readonly Tag[] | undefined, tags: readonly Tag[]): string | undefined =>
  there?.find(({ key }) => tags.some((tag) => tag.key === key))?.key

const unitOf = async ({ workspace, fresh, make }: RehearsalKit): Promise<string> =>
  (await make('createUnit', { parent: workspace, name: fresh.name('rehearsal') })).id

const tags = [{ key: 'orgproof-rehearsal', value: 'yes' }]

/** Tags that were put on something are taken off. */
export const tagged: Reversible<'tagResource'> = {
  kind: 'reversible',
  subject: ({ resource }) => resource,
  wholly: true,
  look: async (hands, args) =>
    carried(await entriesOf(hands, 'listTags', { resource: args.resource }), args.tags),
  undo: ({ actor }, args) =>
    actor.untagResource({ resource: args.resource, keys: args.tags.map(({ key }) => key) }),
  rehearse: async (kit) => ({ resource: await unitOf(kit), tags }),
}

/** Tags that were put on something of a kind are taken off. */
export const taggedByKind: Reversible<'tagResourceOfKind'> = {
  kind: 'reversible',
  subject: ({ resource }) => resource,
  wholly: true,
  look: async (hands, { kind, resource, ...args }) =>
    carried(await entriesOf(hands, 'listTagsOfKind', { kind, resource }), args.tags),
  undo: ({ actor }, args) => actor.untagResourceOfKind(args),
  rehearse: async (kit) => ({ kind: 'unit', resource: await unitOf(kit), tags }),
}
