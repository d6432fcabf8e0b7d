import { callerOf, membersOf } from '../../../model/accounts.ts'
import type { Inside } from '../../../model/decision.ts'
import { policiesOf } from '../../../model/policy-of.ts'
import { nameOf } from '../../../model/tree.ts'
import { flag, list, member, record, text, words } from '../../../vendor/lens.ts'
import type { Lens, Member, Words } from '../../../vendor/lens.ts'
import type { FeatureTitle } from '../../../vendor/own-operation.ts'
import type { Open, Tag } from '../../../vocabulary/nouns.ts'
import { kind, type TaggedKind } from './tagged-kind.ts'

/** A key with all its values. */
export interface TagValues {
  readonly key: string
  readonly values: readonly string[]
}

/** A piece of a name, and the kind of what is named. */
interface NamePart {
  readonly kind: Open<TaggedKind>
  readonly part: string
}

/** What a search for tagged things asks for: every key with one of its values, and names. */
export interface TagSearch {
  readonly kind: Open<TaggedKind>
  readonly untaggedOnly?: boolean
  readonly tags?: readonly TagValues[]
  readonly named?: readonly NamePart[]
}

/** What a search finds. */
export interface TaggedThing {
  readonly id: string
  readonly name?: string
  readonly tags: readonly Tag[]
}

export const tagValues: Lens<TagValues> = record<TagValues>(
  { key: member('key'), values: member('values', list(text)) },
  ['key', 'values'],
)

/** The kinds that can be searched by name have other words here. */
export const namedKind: Words<Exclude<TaggedKind, 'root'>> = words({
  unit: 'organizational-unit',
  account: 'account',
  policy: 'policy',
})

const namePart: Lens<NamePart> = record<NamePart>(
  { kind: member('key', namedKind), part: member('value') },
  ['kind', 'part'],
)

/** How a request says a search. */
export const search: {
  readonly [K in keyof TagSearch]-?: Member<NonNullable<TagSearch[K]>>
} = {
  kind,
  untaggedOnly: member('without_any_tag', flag),
  tags: member('tags', list(tagValues)),
  named: member('matches', list(namePart)),
}

/** What the three operations make up that look for tags. */
export const tagSearch: FeatureTitle<'tag-search'> = {
  id: 'tag-search',
  title: 'Resources are found and counted by their tags',
}

/** Everything of a kind with its name and tags. */
export function thingsOf(situation: Inside, of: string): readonly TaggedThing[] {
  const { organization, world, rules, now } = situation
  const ids: Readonly<Record<string, () => readonly string[]>> = {
    root: () => [organization.root],
    unit: () => [...organization.units.keys()],
    account: () => membersOf(organization, now).map(({ account }) => account),
  }
  const named = (id: string): string =>
    nameOf(organization, id, (account) => callerOf(world, rules, account).name)
  const things =
    of === 'policy'
      ? policiesOf(situation).map(({ id, name }) => ({ id, name }))
      : (ids[of]?.() ?? []).map((id) => ({ id, name: named(id) }))
  return things.map((thing) => ({ ...thing, tags: organization.tags.get(thing.id) ?? [] }))
}

/** What a search finds: every key must be there with one of its values, every name must hold the piece given. */
export function found(situation: Inside, asked: TagSearch): readonly TaggedThing[] {
  return thingsOf(situation, asked.kind).filter((thing) => fits(thing, asked))
}

const fits = (thing: TaggedThing, asked: TagSearch): boolean => {
  const { untaggedOnly = false, tags = [], named = [] } = asked
  if (untaggedOnly) return thing.tags.length === 0
  const has = ({ key, values }: TagValues): boolean =>
    thing.tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value)))
  return tags.every(has) && named.every(({ part }) => thing.name?.includes(part) === true)
}
