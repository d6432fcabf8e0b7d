import type { Page, Tag } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { done, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry } from './entries.ts'
import { listed } from './paging.ts'
import { policyOf } from './policy-of.ts'
import type { Rules } from './rules.ts'
import { kindOf } from './tree.ts'

/**
 * Why tags can not be put on a resource that has `present` already: a key twice, a key of the
 * vendor, too many. One bad tag spoils the whole command.
 */
export function tagFlaw(
  rules: Rules,
  added: readonly Tag[] = [],
  present: readonly Tag[] = [],
): Refused | undefined {
  const keys = new Set(added.map(({ key }) => key))
  if (keys.size < added.length) return refused('tagKeyDuplicate', 'tags: a key occurs twice')
  const flaw = reservedFlaw(rules, [...keys]) ?? formFlaw(rules, added)
  if (flaw) return flaw
  const total = merged(present, added).length
  if (total > (rules.limits.tagsPerResource ?? Infinity))
    return refused('tagLimitExceeded', `tags: the resource would have ${total} tags`)
  return undefined
}

const formFlaw = ({ tagForm }: Rules, added: readonly Tag[]): Refused | undefined => {
  if (!tagForm) return undefined
  const bad = added.find(
    ({ key, value }) =>
      key.trim() === '' || key.length > tagForm.key || value.length > tagForm.value,
  )
  return bad && refused('tagMalformed', `tags: ${bad.key.slice(0, 20)} is blank or too long`)
}

const reservedFlaw = (
  { reservedTagPrefix }: Rules,
  keys: readonly string[],
): Refused | undefined => {
  const taken = keys.find(
    (key) => reservedTagPrefix !== undefined && key.toLowerCase().startsWith(reservedTagPrefix),
  )
  return taken === undefined
    ? undefined
    : refused('tagKeyReserved', `tags: the key ${taken} is reserved`)
}

/** Tags after adding: a key that is there gets the new value and keeps its place. */
const merged = (present: readonly Tag[], added: readonly Tag[]): readonly Tag[] => {
  const values = new Map([...present, ...added].map(({ key, value }) => [key, value]))
  return [...values].map(([key, value]) => ({ key, value }))
}

/**
 * Adds tags to the root, a unit, an account or a policy; values of keys that are there change.
 */
export function tagResource(situation: Inside, args: Args<'tagResource'>): Decision<Nothing> {
  const { organization, rules } = situation
  const present = organization.tags.get(args.resource) ?? []
  const flaw =
    tagFlaw(rules, args.tags) ??
    resourceFlaw(situation, args.resource) ??
    builtinFlaw(rules, args.resource) ??
    tagFlaw(rules, args.tags, present)
  if (flaw) return flaw
  const tags = withEntry(organization.tags, args.resource, merged(present, args.tags))
  return done({}, { organizations: [{ ...organization, tags }] })
}

/** Takes tags away by their keys; keys that are not there do not matter, or are refused. */
export function untagResource(situation: Inside, args: Args<'untagResource'>): Decision<Nothing> {
  const { organization, rules } = situation
  const flaw =
    reservedFlaw(rules, args.keys) ??
    resourceFlaw(situation, args.resource) ??
    builtinFlaw(rules, args.resource) ??
    missingFlaw(situation, args)
  if (flaw) return flaw
  const gone = new Set(args.keys)
  const left = (organization.tags.get(args.resource) ?? []).filter(({ key }) => !gone.has(key))
  const tags = withEntry(organization.tags, args.resource, left)
  return done({}, { organizations: [{ ...organization, tags }] })
}

const missingFlaw = (
  { organization, rules }: Inside,
  { resource, keys }: Args<'untagResource'>,
): Refused | undefined => {
  if (!rules.strictUntag) return undefined
  const present = new Set((organization.tags.get(resource) ?? []).map(({ key }) => key))
  const missing = keys.find((key) => !present.has(key))
  return missing === undefined
    ? undefined
    : refused('tagNotFound', `keys: ${resource} has no tag ${missing}`)
}

/** The tags of a resource, in the order their keys were first added. */
export function listTags(situation: Inside, args: Args<'listTags'>): Decision<Page<Tag>> {
  const flaw = resourceFlaw(situation, args.resource)
  if (flaw) return flaw
  return listed(situation, {
    entries: situation.organization.tags.get(args.resource) ?? [],
    keyOf: ({ key }) => key,
    show: (entry) => entry,
  })
}

const resourceFlaw = (situation: Inside, resource: string): Refused | undefined =>
  (kindOf(situation.organization, resource, situation.now) ??
  policyOf(situation, resource) ??
  ownPolicyOf(situation, resource))
    ? undefined
    : refused('tagTargetNotFound', `resource: there is no ${resource} that can have tags`)

/** The organization's own policy, where it has one of that id. */
const ownPolicyOf = ({ organization }: Inside, id: string): object | undefined =>
  organization.resourcePolicy?.id === id ? organization.resourcePolicy : undefined

const builtinFlaw = ({ builtinPolicy }: Rules, resource: string): Refused | undefined =>
  builtinPolicy?.id === resource
    ? refused('policyBuiltin', `resource: the built-in policy ${resource} can not be changed`)
    : undefined
