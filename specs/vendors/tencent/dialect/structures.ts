import { integer, list, mapped, member, record, type Lens } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'
import * as value from './values.ts'

/**
 * The data types of the vendor's SDK. Only what identifies a thing, or what its reader came for, is
 * needed: the declarations mark nothing in an answer as required.
 */

/** The one kind of organization there is. */
const kind = 1

interface Founded {
  readonly kind: number
  readonly id: string
  readonly managementName?: string
  readonly managementEmail?: string
}

const foundedMembers = {
  kind: member('OrgType', integer),
  id: member('OrgId', value.id),
  managementName: member('Nickname'),
  managementEmail: member('Mail'),
}

/** A new organization; the vendor does not say who manages it, for its founder knows. */
export const founded: Lens<noun.Organization> = mapped<noun.Organization, Founded>(
  record<Founded>(foundedMembers, ['id']),
  (organization) => ({ ...organization, kind }),
  ({ kind: _kind, ...told }) => told as noun.Organization,
)

interface Described extends Founded {
  readonly management: string
  readonly empty?: boolean
}

export const organization: Lens<noun.Organization> = mapped<noun.Organization, Described>(
  record<Described>(
    {
      ...foundedMembers,
      management: member('HostUin', value.id),
      empty: member('IsEmpty', value.bit),
    },
    ['id', 'management'],
  ),
  (described) => ({ ...described, kind }),
  ({ kind: _kind, ...described }) => described,
)

interface Node {
  readonly id: string
  readonly name?: string
  readonly parent: string
  readonly accounts?: number
}

/** The root is a node as well: its parent is 0. */
export const unit: Lens<noun.Unit> = mapped<noun.Unit, Node>(
  record<Node>(
    {
      id: member('NodeId', value.id),
      name: member('Name'),
      parent: member('ParentNodeId', value.id),
      accounts: member('MemberCount', integer),
    },
    ['id', 'parent'],
  ),
  (node) => ({ ...node, parent: value.parentOf(node.parent) }),
  ({ parent, ...node }) => ({ ...node, ...value.knownParent(parent) }),
)

type Listed = Pick<noun.Account, 'id' | 'name' | 'notes' | 'joinedAt'>

const memberMembers = {
  id: member('Uin', value.id),
  name: member('Name'),
  notes: member('Remark'),
  joinedAt: member('JoinTime', value.moment),
}

/** A member as lists tell of it. */
export const listedMember: Lens<noun.Account> = record<Listed>(memberMembers, ['id'])

interface Placed extends Listed {
  readonly node?: string
  readonly nodeName?: string
  readonly above?: string
}

/** A member with the node it stands in, and what that stands in. */
export const account: Lens<noun.Account> = mapped<noun.Account, Placed>(
  record<Placed>(
    {
      ...memberMembers,
      node: member('NodeId', value.id),
      nodeName: member('NodeName'),
      above: member('ParentNodeId', value.id),
    },
    ['id'],
  ),
  ({ place, ...told }) => ({
    ...told,
    ...(place && { node: place.id, above: value.parentOf(place.parent) }),
    ...(place?.name !== undefined && { nodeName: place.name }),
  }),
  ({ node, nodeName, above, ...told }) => ({
    ...told,
    ...(node !== undefined && {
      place: {
        id: node,
        ...(nodeName !== undefined && { name: nodeName }),
        ...(above !== undefined && value.knownParent(above)),
      },
    }),
  }),
)

/** A page whose entries stand under `items`, with how many there are in all. */
export function listed<T>(items: string, entry: Lens<T>): Lens<noun.Page<T>> {
  return record<Omit<noun.Page<T>, 'next'>>(
    { items: member(items, list(entry)), total: member('TotalCount', integer) },
    ['items'],
  )
}
