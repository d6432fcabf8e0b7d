import type { TaggedThing, TagSearch, TagValues } from '../vocabulary/further-verbs.ts'
import type { Page } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { callerOf, membersOf } from './accounts.ts'
import { done, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { sizeFlaw } from './paging.ts'
import { policiesOf } from './policy-of.ts'
import { nameOf } from './tree.ts'

/** Everything of a kind with its name and tags. */
const thingsOf = (situation: Inside, kind: string): readonly TaggedThing[] => {
  const { organization, world, rules, now } = situation
  const ids: Readonly<Record<string, () => readonly string[]>> = {
    root: () => [organization.root],
    unit: () => [...organization.units.keys()],
    account: () => membersOf(organization, now).map(({ account }) => account),
  }
  const named = (id: string): string =>
    nameOf(organization, id, (account) => callerOf(world, rules, account).name)
  const things =
    kind === 'policy'
      ? policiesOf(situation).map(({ id, name }) => ({ id, name }))
      : (ids[kind]?.() ?? []).map((id) => ({ id, name: named(id) }))
  return things.map((thing) => ({ ...thing, tags: organization.tags.get(thing.id) ?? [] }))
}

/** Every key must be there with one of its values; every name asked for must hold the piece given. */
const fits = (thing: TaggedThing, search: TagSearch): boolean => {
  const { untaggedOnly = false, tags = [], named = [] } = search
  if (untaggedOnly) return thing.tags.length === 0
  const has = ({ key, values }: TagValues): boolean =>
    thing.tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value)))
  return tags.every(has) && named.every(({ part }) => thing.name?.includes(part) === true)
}

const found = (situation: Inside, search: TagSearch): readonly TaggedThing[] =>
  thingsOf(situation, search.kind).filter((thing) => fits(thing, search))

/** The things of a kind that a search finds, from an offset on, with their number in all. */
export function listTaggedResources(
  situation: Inside,
  args: Args<'listTaggedResources'>,
): Decision<{ readonly items: readonly TaggedThing[]; readonly total: number }> {
  const flaw = sizeFlaw(situation, args.size) ?? offsetFlaw(args.offset)
  if (flaw) return flaw
  const all = found(situation, args)
  const { offset = 0, size = all.length } = args
  return done({ items: all.slice(offset, offset + size), total: all.length })
}

const offsetFlaw = (offset = 0): Refused | undefined =>
  Number.isSafeInteger(offset) && offset >= 0
    ? undefined
    : refused('pageTokenInvalid', 'offset: not a number of entries')

/** How many things a search finds. */
export function countTaggedResources(
  situation: Inside,
  args: Args<'countTaggedResources'>,
): Decision<{ readonly total: number }> {
  return done({ total: found(situation, args).length })
}

/** Every key in use on things of a kind, with its values, in the order they were first used. */
export function listTagValues(
  situation: Inside,
  args: Args<'listTagValues'>,
): Decision<Page<TagValues>> {
  const values = new Map<string, Set<string>>()
  for (const { key, value } of thingsOf(situation, args.kind).flatMap(({ tags }) => tags))
    values.set(key, (values.get(key) ?? new Set()).add(value))
  return done({ items: [...values].map(([key, known]) => ({ key, values: [...known] })) })
}
