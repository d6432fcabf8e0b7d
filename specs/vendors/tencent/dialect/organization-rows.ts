import type { DialectOf } from '../../../vendor/dialect.ts'
import { mapped, member, nothing, record } from '../../../vendor/lens.ts'
import type { Unit } from '../../../vocabulary/nouns.ts'
import type { Args, Nothing } from '../../../vocabulary/verbs.ts'
import { marked, only, silent } from './arguments.ts'
import * as structure from './structures.ts'
import { id, sole } from './values.ts'

/** The organization, its root and its units, which the vendor calls nodes. */
export const organizationRows: DialectOf<
  | 'createOrganization'
  | 'deleteOrganization'
  | 'getOrganization'
  | 'createUnit'
  | 'renameUnit'
  | 'deleteUnit'
> = {
  createOrganization: {
    operation: 'CreateOrganization',
    // there is one kind of organization: which features it is to have can not be said
    args: marked(
      mapped<Args<'createOrganization'>, Nothing>(
        nothing,
        () => ({}),
        () => ({}),
      ),
      'OrgType',
      1,
    ),
    result: structure.founded,
  },
  deleteOrganization: { operation: 'DeleteOrganization', args: nothing, result: nothing },
  getOrganization: { operation: 'GetOrganization', args: nothing, result: structure.organization },
  createUnit: {
    operation: 'AddOrganizationNode',
    args: record<Omit<Args<'createUnit'>, 'tags'>>(
      { parent: member('ParentNodeId', id), name: member('Name') },
      ['parent', 'name'],
    ),
    result: record<Pick<Unit, 'id'>>({ id: member('NodeId', id) }, ['id']),
  },
  renameUnit: {
    operation: 'UpdateOrganizationNode',
    args: record<Args<'renameUnit'>>({ unit: member('NodeId', id), name: member('Name') }, [
      'unit',
    ]),
    result: silent<Unit>(),
  },
  deleteUnit: {
    operation: 'DeleteOrganizationNodes',
    args: only('unit', 'NodeIds', sole(id)),
    spread: 'NodeIds',
    result: nothing,
  },
}
