import { callerOf, membersOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import { refused, type Decision, type Inside, type Refused } from '../../../../model/decision.ts'
import { listed as pageOf } from '../../../../model/paging.ts'
import { parentOf } from '../../../../model/path.ts'
import { isParent, kindOf, nameOf, unitsIn } from '../../../../model/tree.ts'
import { member, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Page, Paging, PolicyTarget } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { listed, paging } from '../../dialect/arguments.ts'
import * as structure from '../../dialect/structures.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** what is in a parent, whatever its kind; or where a child is. Exactly one of them is named. */
    listNodes: Own<
      'node-listing',
      Paging & { readonly parent?: string; readonly child?: string },
      Page<PolicyTarget>
    >
  }
}

const nodesOf = (situation: Inside, args: Args<'listNodes'>): Decision<Page<PolicyTarget>> => {
  const { parent, child } = args
  if ((parent === undefined) === (child === undefined))
    return refused('nodeFilterAmbiguous', 'exactly one of parent and child is needed')
  const found =
    parent === undefined ? parentNode(situation, child ?? '') : nodesIn(situation, parent)
  if ('kind' in found) return found
  return pageOf(situation, { entries: found, keyOf: (id) => id, show: (id) => show(situation, id) })
}

const nodesIn = ({ organization, now }: Inside, parent: string): readonly string[] | Refused => {
  if (!isParent(organization, parent))
    return refused('parentNotFound', `parent: there is no root or unit ${parent}`)
  const accounts = membersOf(organization, now).filter((one) => one.parent === parent)
  return [
    ...unitsIn(organization, parent).map(({ id }) => id),
    ...accounts.map(({ account }) => account),
  ]
}

const parentNode = ({ organization, now }: Inside, child: string): readonly string[] | Refused => {
  if (child === organization.root) return refused('rootIsNoChild', 'child: a root has no parent')
  const parent = kindOf(organization, child, now) && parentOf(organization, child)
  return parent === undefined
    ? refused('childNotFound', `child: there is no unit or account ${child}`)
    : [parent]
}

const show = ({ organization, world, rules, now }: Inside, id: string): PolicyTarget => ({
  id,
  kind: kindOf(organization, id, now) ?? 'account',
  name: nameOf(organization, id, (account) => callerOf(world, rules, account).name),
  home: { organization: organization.id, management: organization.management },
})

/** What is directly in a parent, units first; or the one node that a child is in. */
export const listNodes: OwnOperation<'listNodes'> = {
  verb: 'listNodes',
  feature: { id: 'node-listing', title: 'Units and accounts of a parent are listed together' },
  row: {
    operation: 'ListEntitiesInOrganization',
    args: record<Args<'listNodes'>>({
      ...paging,
      parent: member('parent_id'),
      child: member('child_id'),
    }),
    result: listed('entities', structure.node),
  },
  rule: within(nodesOf),
  filling: { none: 'no check asks for its pages yet' },
  template: {
    caller: 'management',
    resources: ['root', 'unit'],
    input: { parent_id: '$root.id' },
    references: { parent_id: { unknown: 'unit', refusal: 'parentNotFound' } },
    needed: ['parent_id'],
    excluded: ['child_id'],
    yields: ['/entities'],
    writes: false,
  },
}
