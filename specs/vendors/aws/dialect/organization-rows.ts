import type { DialectOf } from '../../../vendor/dialect.ts'
import { known, member, nothing, record, wrapped } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

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
  | 'listChildren'
  | 'listParents'
> = {
  createOrganization: {
    operation: 'CreateOrganization',
    args: record<Args<'createOrganization'>>({
      features: member('FeatureSet', known(word.featureSet)),
    }),
    result: wrapped('Organization', structure.organization),
  },
  deleteOrganization: { operation: 'DeleteOrganization', args: nothing, result: nothing },
  getOrganization: {
    operation: 'DescribeOrganization',
    args: nothing,
    result: wrapped('Organization', structure.organization),
  },
  listRoots: { operation: 'ListRoots', args: pageOnly, result: listed('Roots', structure.root) },
  createUnit: {
    operation: 'CreateOrganizationalUnit',
    args: record<Args<'createUnit'>>(
      { parent: member('ParentId'), name: member('Name'), tags: structure.tags },
      ['parent', 'name'],
    ),
    result: wrapped('OrganizationalUnit', structure.unit),
  },
  renameUnit: {
    operation: 'UpdateOrganizationalUnit',
    args: record<Args<'renameUnit'>>(
      { unit: member('OrganizationalUnitId'), name: member('Name') },
      ['unit'],
    ),
    result: wrapped('OrganizationalUnit', structure.unit),
  },
  deleteUnit: {
    operation: 'DeleteOrganizationalUnit',
    args: only('unit', 'OrganizationalUnitId'),
    result: nothing,
  },
  getUnit: {
    operation: 'DescribeOrganizationalUnit',
    args: only('unit', 'OrganizationalUnitId'),
    result: wrapped('OrganizationalUnit', structure.unit),
  },
  listUnits: {
    operation: 'ListOrganizationalUnitsForParent',
    args: record<Args<'listUnits'>>({ ...paging, parent: member('ParentId') }, ['parent']),
    result: listed('OrganizationalUnits', structure.unit),
  },
  listChildren: {
    operation: 'ListChildren',
    args: record<Args<'listChildren'>>(
      { ...paging, parent: member('ParentId'), kind: member('ChildType', word.childKind) },
      ['parent', 'kind'],
    ),
    result: listed('Children', structure.node),
  },
  listParents: {
    operation: 'ListParents',
    args: record<Args<'listParents'>>({ ...paging, child: member('ChildId') }, ['child']),
    result: listed('Parents', structure.node),
  },
}
