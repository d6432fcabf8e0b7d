import type { Tag } from '../../vocabulary/nouns.ts'
import { every, type Known, type Names } from './known.ts'
import { type Sayings } from './sayings.ts'
import { most } from './scope.ts'

/** Tags, by themselves and by the kind of what has them. */
export const tagSayings: Sayings<'tagResource' | 'untagResource' | 'listTags'> = {
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
}

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

export const taggable = ({ nodes, policies, organization: { resourcePolicy } }: Known): Names => ({
  good: [...nodes.good, ...policies.good, ...(resourcePolicy ? [resourcePolicy.id] : [])],
  bad: [...nodes.bad, ...policies.bad],
})

export const kindOf = ({ organization: { root, units, members } }: Known, id: string): string => {
  if (id === root) return 'root'
  if (units.has(id)) return 'unit'
  return members.has(id) ? 'account' : 'policy'
}
