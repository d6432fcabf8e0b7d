import type { DialectOf } from '../../../vendor/dialect.ts'
import { mapped, member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'

/** An organization always has all features: which ones can not be said. */
const featureless: Lens<Args<'createOrganization'>> = mapped<
  Args<'createOrganization'>,
  Readonly<Record<string, never>>
>(
  nothing,
  () => ({}),
  () => ({}),
)

/** The organization, its root and units, and where things are in the tree. */
export const organizationRows: DialectOf<
  | 'createOrganization'
  | 'deleteOrganization'
  | 'getOrganization'
  | 'listRoots'
  | 'createUnit'
  | 'renameUnit'
  | 'deleteUnit'
  | 'getUnit'
  | 'listUnits'
> = {
  createOrganization: {
    operation: 'CreateOrganization',
    args: featureless,
    result: wrapped('organization', structure.organization),
  },
  deleteOrganization: { operation: 'DeleteOrganization', args: nothing, result: nothing },
  getOrganization: {
    operation: 'GetOrganizationInformation',
    args: nothing,
    result: wrapped('organization', structure.organization),
  },
  listRoots: {
    operation: 'ListRootsOfOrganization',
    args: pageOnly,
    result: listed('roots', structure.root),
  },
  createUnit: {
    operation: 'CreateOU',
    args: record<Args<'createUnit'>>(
      { parent: member('parent_id'), name: member('name'), tags: structure.tags },
      ['parent', 'name'],
    ),
    result: wrapped('organizational_unit', structure.unit),
  },
  renameUnit: {
    operation: 'RenameOU',
    args: record<Args<'renameUnit'>>(
      { unit: member('organizational_unit_id'), name: member('name') },
      ['unit'],
    ),
    result: wrapped('organizational_unit', structure.unit),
  },
  deleteUnit: {
    operation: 'DeleteOU',
    args: only('unit', 'organizational_unit_id'),
    result: nothing,
  },
  getUnit: {
    operation: 'GetOUInformation',
    args: only('unit', 'organizational_unit_id'),
    result: wrapped('organizational_unit', structure.unit),
  },
  listUnits: {
    operation: 'ListOUs',
    args: record<Args<'listUnits'>>({ ...paging, parent: member('parent_id') }),
    result: listed('organizational_units', structure.unit),
  },
}
