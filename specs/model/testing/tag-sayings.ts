import type { Tag } from '../../vocabulary/nouns.ts'
import { every, some, type Known, type Names } from './known.ts'
import { pages, type Sayings } from './sayings.ts'
import { most } from './scope.ts'

/** Tags, by themselves and by the kind of what has them. */
export const tagSayings: Sayings<
  | 'tagResource'
  | 'untagResource'
  | 'listTags'
  | 'tagResourceOfKind'
  | 'untagResourceOfKind'
  | 'listTagsOfKind'
  | 'listTagValues'
  | 'listTaggedResources'
  | 'countTaggedResources'
> = {
  tagResource: (known) => [
    ...every(taggable(known)).flatMap((resource) =>
      taggings(known, resource).map((tags) => ({ resource, tags })),
    ),
    ...wrongTags(known).map((tags) => ({ resource: known.organization.root, tags })),
  ],
  untagResource: (known) => [
    ...every(taggable(known)).map((resource) => ({ resource, keys: ['a'] })),
    { resource: known.organization.root, keys: [reservedKey(known)] },
  ],
  listTags: (known) => every(taggable(known)).map((resource) => ({ resource })),
  tagResourceOfKind: (known) => [
    ...every(taggable(known)).flatMap((resource) =>
      taggings(known, resource)
        .slice(0, 1)
        .map((tags) => ({ kind: kindOf(known, resource), resource, tags })),
    ),
    { kind: 'policy', resource: known.organization.root, tags: [{ key: 'a', value: '' }] },
  ],
  untagResourceOfKind: (known) =>
    every(taggable(known)).map((resource) => ({
      kind: kindOf(known, resource),
      resource,
      tags: [{ key: 'a', value: '' }],
    })),
  listTagsOfKind: (known) =>
    some(taggable(known)).flatMap((resource) => pages({ kind: kindOf(known, resource), resource })),
  listTagValues: () => kinds.map((kind) => ({ kind })),
  listTaggedResources: () => [
    ...kinds.map((kind) => ({ kind })),
    { kind: 'unit', untaggedOnly: true },
    { kind: 'unit', size: -1 },
    { kind: 'unit', size: 1, offset: 1 },
    { kind: 'unit', offset: -1 },
  ],
  countTaggedResources: () =>
    kinds.map((kind) => ({
      kind,
      tags: [{ key: 'a', values: ['1'] }],
      named: [{ kind, part: 'o' }],
    })),
}

const kinds = ['root', 'unit', 'account', 'policy'] as const

/** Tags that can be put on something, as long as few things have any. */
export function taggings(
  { organization: { tags } }: Known,
  resource = '',
): readonly (readonly Tag[])[] {
  const tagged = [...tags].filter(([id, all]) => all.length > 0 && id !== resource)
  if (tagged.length >= most.tagged) return []
  return [[{ key: 'a', value: '1' }], [{ key: 'b', value: '1' }]].slice(0, resource === '' ? 1 : 2)
}

/** Tags that nobody can put on anything. */
export function wrongTags(known: Known): readonly (readonly Tag[])[] {
  const tag = { key: 'a', value: '1' }
  return [
    [tag, tag],
    [{ key: reservedKey(known), value: '1' }],
    [{ key: ' '.repeat(200), value: '1' }],
    [tag, { key: 'b', value: '1' }],
  ]
}

const reservedKey = ({ scope }: Known): string =>
  `${scope.context.rules.reservedTagPrefix ?? 'none-is-reserved:'}a`

const taggable = ({ nodes, policies, organization: { resourcePolicy } }: Known): Names => ({
  good: [...nodes.good, ...policies.good, ...(resourcePolicy ? [resourcePolicy.id] : [])],
  bad: [...nodes.bad, ...policies.bad],
})

const kindOf = ({ organization: { root, units, members } }: Known, id: string): string => {
  if (id === root) return 'root'
  if (units.has(id)) return 'unit'
  return members.has(id) ? 'account' : 'policy'
}
