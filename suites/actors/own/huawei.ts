import { bound, classed, sameArgs } from '../bound.ts'
import type { Bound, Hands, Reversible, Standing } from '../effect.ts'
import { nothingIf, type LookUps } from '../look-up/look-up.ts'
import { carriesAll, carriesNone } from '../look-up/service-look-ups.ts'
import { entriesOf, readOf } from '../look.ts'
import { carried, rehearsalTags, unitOf } from '../tag-effects.ts'

/** Tags that were put on something of a kind are taken off. */
const taggedByKind: Reversible<'tagResourceOfKind'> = {
  kind: 'reversible',
  danger: 'light',
  undoneBy: 'untagResourceOfKind',
  shownBy: 'listTags',
  subject: ({ resource }) => resource,
  wholly: true,
  look: async (hands, { kind, resource, ...args }) =>
    carried(await entriesOf(hands, 'listTagsOfKind', { kind, resource }), args.tags),
  undo: ({ actor }, args) => actor.untagResourceOfKind(args),
  rehearse: async (kit) => ({ kind: 'unit', resource: await unitOf(kit), tags: rehearsalTags }),
}

const notesOf = async (hands: Hands, account: string): Promise<Standing> => {
  const read = readOf(hands, await hands.owner.getAccount({ account }))
  return read && (read.notes ?? '')
}

/** What was noted about a member is noted again; empty notes are none. */
const noted: Reversible<'updateAccountNotes'> = {
  kind: 'reversible',
  undoneBy: 'updateAccountNotes',
  shownBy: 'getAccount',
  changes: true,
  thing: ({ account }) => `notes of ${account}`,
  sets: async (hands, { account, notes }) => notes ?? (await notesOf(hands, account)),
  look: (hands, { account }) => notesOf(hands, account),
  undo: ({ owner }, { account }, { before: notes = '' }) =>
    owner.updateAccountNotes({ account, notes }),
}

/** How what the verbs leave behind that Huawei Cloud alone speaks is taken back. */
export const huaweiEffects: {
  readonly updateAccountNotes: Reversible<'updateAccountNotes'>
  readonly tagResourceOfKind: Reversible<'tagResourceOfKind'>
  readonly untagResourceOfKind: Bound<'untagResourceOfKind'>
} = {
  updateAccountNotes: noted,
  tagResourceOfKind: taggedByKind,
  untagResourceOfKind: classed(
    'light',
    bound(({ resource }) => resource, sameArgs('tagResourceOfKind')),
  ),
}

/** What became of writes that Huawei Cloud alone speaks, where the answer does not tell. */
export const huaweiLookUps: LookUps<
  'tagResourceOfKind' | 'untagResourceOfKind' | 'updateAccountNotes'
> = {
  tagResourceOfKind: {
    look: async (eyes, { kind, resource, tags }) =>
      nothingIf(carriesAll(await entriesOf(eyes, 'listTagsOfKind', { kind, resource }), tags)),
  },
  untagResourceOfKind: {
    look: async (eyes, { kind, resource, tags }) => {
      const keys = tags.map(({ key }) => key)
      const there = await entriesOf(eyes, 'listTagsOfKind', { kind, resource })
      return nothingIf(carriesNone(there, keys))
    },
  },
  updateAccountNotes: {
    look: async (eyes, { account, notes }) => {
      const found = readOf(eyes, await eyes.owner.getAccount({ account }))
      return notes === undefined || found?.notes === notes ? found : undefined
    },
  },
}
