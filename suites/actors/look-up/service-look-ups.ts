import type { Tag } from '../../../specs/vocabulary/verbs.ts'
import { entriesOf } from '../look.ts'
import { delegated, trusted } from '../service-effects.ts'
import { nothingIf, type LookUps } from './look-up.ts'

/** Whether something carries all of some tags. */
export function carriesAll(there: readonly Tag[] | undefined, tags: readonly Tag[]): boolean {
  return tags.every(({ key, value }) =>
    (there ?? []).some((tag) => tag.key === key && tag.value === value),
  )
}

/** Whether something carries none of some keys. */
export function carriesNone(there: readonly Tag[] | undefined, keys: readonly string[]): boolean {
  return !(there ?? []).some(({ key }) => keys.includes(key))
}

/** What became of writes about services, their delegates, and tags. */
export const serviceLookUps: LookUps<
  | 'enableServiceAccess'
  | 'disableServiceAccess'
  | 'registerDelegate'
  | 'deregisterDelegate'
  | 'tagResource'
  | 'untagResource'
> = {
  enableServiceAccess: {
    look: async (eyes, args) => nothingIf((await trusted.look(eyes, args)) !== undefined),
  },
  disableServiceAccess: {
    look: async (eyes, args) => nothingIf((await trusted.look(eyes, args)) === undefined),
  },
  registerDelegate: {
    look: async (eyes, args) => nothingIf((await delegated.look(eyes, args)) !== undefined),
  },
  deregisterDelegate: {
    look: async (eyes, args) => nothingIf((await delegated.look(eyes, args)) === undefined),
  },
  tagResource: {
    look: async (eyes, { resource, tags }) =>
      nothingIf(carriesAll(await entriesOf(eyes, 'listTags', { resource }), tags)),
  },
  untagResource: {
    look: async (eyes, { resource, keys }) =>
      nothingIf(carriesNone(await entriesOf(eyes, 'listTags', { resource }), keys)),
  },
}
