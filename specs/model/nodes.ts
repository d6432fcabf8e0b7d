import type { Node, Page, Root } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { membersOf } from './accounts.ts'
import { refused, type Decision, type Inside } from './decision.ts'
import { listed } from './paging.ts'
import { parentOf } from './path.ts'
import { isParent, kindOf, unitsIn } from './tree.ts'
import { typeStates } from './type-states.ts'

/** The root of the tree with its policy types; an organization has exactly one. */
export function showRoot(situation: Inside): Root {
  const { organization } = situation
  return {
    id: organization.root,
    name: 'Root',
    policyTypes: typeStates(situation),
    createdAt: organization.members.get(organization.management)?.joinedAt ?? 0,
    home: { organization: organization.id, management: organization.management },
  }
}

/** The roots of the organization: one. */
export function listRoots(situation: Inside): Decision<Page<Root>> {
  return listed(situation, {
    entries: [situation.organization.root],
    keyOf: (id) => id,
    show: () => showRoot(situation),
  })
}

/** What is directly in a parent: its units, or its accounts. */
export function listChildren(situation: Inside, args: Args<'listChildren'>): Decision<Page<Node>> {
  const { organization, now } = situation
  const { kind } = args
  if (kind !== 'unit' && kind !== 'account')
    return refused('invalid.enum', `kind: ${kind} is not a kind of child`)
  if (!isParent(organization, args.parent))
    return refused('parentNotFound', `parent: there is no root or unit ${args.parent}`)
  const entries =
    kind === 'unit'
      ? unitsIn(organization, args.parent).map(({ id }) => id)
      : membersOf(organization, now)
          .filter(({ parent }) => parent === args.parent)
          .map(({ account }) => account)
  return listed(situation, { entries, keyOf: (id) => id, show: (id) => ({ id, kind }) })
}

/** The one parent of a unit or an account; a root is nobody's child. */
export function listParents(situation: Inside, args: Args<'listParents'>): Decision<Page<Node>> {
  const { organization, now } = situation
  if (args.child === organization.root)
    return refused('rootIsNoChild', 'child: a root has no parent')
  const parent = kindOf(organization, args.child, now) && parentOf(organization, args.child)
  if (parent === undefined)
    return refused('childNotFound', `child: there is no unit or account ${args.child}`)
  return listed(situation, {
    entries: [parent],
    keyOf: (id) => id,
    show: (id) => ({ id, kind: id === organization.root ? 'root' : 'unit' }),
  })
}
