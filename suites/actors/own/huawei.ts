import { bound, sameArgs } from '../bound.ts'
import type { Bound, Reversible } from '../effect.ts'
import { entriesOf } from '../look.ts'
import { carried, rehearsalTags, unitOf } from '../tag-effects.ts'

/** Tags that were put on something of a kind are taken off. */
const taggedByKind: Reversible<'tagResourceOfKind'> = {
  kind: 'reversible',
  subject: ({ resource }) => resource,
  wholly: true,
  look: async (hands, { kind, resource, ...args }) =>
    carried(await entriesOf(hands, 'listTagsOfKind', { kind, resource }), args.tags),
  undo: ({ actor }, args) => actor.untagResourceOfKind(args),
  rehearse: async (kit) => ({ kind: 'unit', resource: await unitOf(kit), tags: rehearsalTags }),
}

/** How what the verbs leave behind that Huawei Cloud alone speaks is taken back. */
export const huaweiEffects: {
  readonly tagResourceOfKind: Reversible<'tagResourceOfKind'>
  readonly untagResourceOfKind: Bound<'untagResourceOfKind'>
} = {
  tagResourceOfKind: taggedByKind,
  untagResourceOfKind: bound(({ resource }) => resource, sameArgs('tagResourceOfKind')),
}
