import type { Node, Page, Root, Unit } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { membersOf } from './accounts.ts'
import { refused, type Decision, type Inside } from './decision.ts'
import { listed } from './paging.ts'
import { typeStates } from './type-states.ts'
import { isParent, kindOf, parentOf, unitsIn } from './tree.ts'

/** The root of the tree with its policy types; an organization has exactly one. */
export function showRoot(scene: Inside): Root {
  const { organization } = scene
  return {
    id: organization.root,
    name: 'Root',
    policyTypes: typeStates(scene),
    createdAt: organization.members.get(organization.management)?.joinedAt ?? 0,
    home: { organization: organization.id, management: organization.management },
  }
}

/** The roots of the organization: one (B15). */
export function listRoots(scene: Inside): Decision<Page<Root>> {
  return listed(scene, {
    entries: [scene.organization.root],
    keyOf: (id) => id,
    show: () => showRoot(scene),
  })
}

/** The root and every unit, with what stands directly in it. */
export function listTree(scene: Inside): Decision<Page<Unit>> {
  const { organization, now } = scene
  const accounts = (id: string): number =>
    membersOf(organization, now).filter(({ parent }) => parent === id).length
  return listed(scene, {
    entries: [{ id: organization.root, name: 'Root' }, ...organization.units.values()],
    keyOf: ({ id }) => id,
    show: (entry) => ({ ...entry, accounts: accounts(entry.id) }),
  })
}

/** What is directly in a parent: its units, or its accounts (B2, B10). */
export function listChildren(scene: Inside, args: Args<'listChildren'>): Decision<Page<Node>> {
  const { organization, now } = scene
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
  return listed(scene, { entries, keyOf: (id) => id, show: (id) => ({ id, kind }) })
}

/** The one parent of a unit or an account; a root is nobody's child (B9). */
export function listParents(scene: Inside, args: Args<'listParents'>): Decision<Page<Node>> {
  const { organization, now } = scene
  if (args.child === organization.root)
    return refused('rootIsNoChild', 'child: a root has no parent')
  const parent = kindOf(organization, args.child, now) && parentOf(organization, args.child)
  if (parent === undefined)
    return refused('childNotFound', `child: there is no unit or account ${args.child}`)
  return listed(scene, {
    entries: [parent],
    keyOf: (id) => id,
    show: (id) => ({ id, kind: id === organization.root ? 'root' : 'unit' }),
  })
}
