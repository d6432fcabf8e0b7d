import type { Page, PolicyTarget } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { callerOf, membersOf } from './accounts.ts'
import { refused, type Decision, type Inside, type Refused } from './decision.ts'
import { listed } from './paging.ts'
import { isParent, kindOf, nameOf, parentOf, unitsIn } from './tree.ts'

/** What is directly in a parent, units first; or the one node that a child is in. */
export function listNodes(
  situation: Inside,
  args: Args<'listNodes'>,
): Decision<Page<PolicyTarget>> {
  const { parent, child } = args
  if ((parent === undefined) === (child === undefined))
    return refused('nodeFilterAmbiguous', 'exactly one of parent and child is needed')
  const found =
    parent === undefined ? parentNode(situation, child ?? '') : nodesIn(situation, parent)
  if ('kind' in found) return found
  return listed(situation, { entries: found, keyOf: (id) => id, show: (id) => show(situation, id) })
}

const nodesIn = ({ organization, now }: Inside, parent: string): readonly string[] | Refused => {
  if (!isParent(organization, parent))
    return refused('parentNotFound', `parent: there is no root or unit ${parent}`)
  const accounts = membersOf(organization, now).filter((member) => member.parent === parent)
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
