import { every, some } from '../../testing/known.ts'
import { pages, plain, type Sayings } from '../../testing/sayings.ts'
import { taggings, taggable, kindOf } from '../../testing/tag-sayings.ts'

/** How a walk says what this vendor alone has. */
export const huaweiSayings: Sayings<
  | 'listAccountClosings'
  | 'updateAccountNotes'
  | 'listServices'
  | 'listEnforcedServices'
  | 'listQuotas'
  | 'tagResourceOfKind'
  | 'untagResourceOfKind'
  | 'listTagsOfKind'
  | 'listTagValues'
  | 'listTaggedResources'
  | 'countTaggedResources'
  | 'listNodes'
> = {
  listAccountClosings: () => [{}, { states: ['closing'] }],
  updateAccountNotes: ({ accounts }) => [
    ...every(accounts).map((account) => ({ account, notes: 'noted' })),
    ...accounts.good.slice(-1).flatMap((account) => [{ account, notes: '' }, { account }]),
  ],
  listServices: plain,
  listEnforcedServices: plain,
  listQuotas: plain,
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
  listNodes: ({ nodes, parents, organization: { root } }) => [
    ...some(parents).map((parent) => ({ parent })),
    ...every(nodes).map((child) => ({ child })),
    {},
    { parent: root, child: root },
  ],
}

const kinds = ['root', 'unit', 'account', 'policy'] as const
