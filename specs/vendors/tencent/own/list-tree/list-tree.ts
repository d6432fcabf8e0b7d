import { membersOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import type { Decision, Inside } from '../../../../model/decision.ts'
import { listed } from '../../../../model/paging.ts'
import { list, member, nothing, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Page, Unit } from '../../../../vocabulary/nouns.ts'
import * as structure from '../../dialect/structures.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the root and every unit, each with its parent */
    listTree: Own<'whole-tree', Nothing, Page<Unit>>
  }
}

const treeOf = (situation: Inside): Decision<Page<Unit>> => {
  const { organization, now } = situation
  const accounts = (id: string): number =>
    membersOf(organization, now).filter(({ parent }) => parent === id).length
  return listed(situation, {
    entries: [{ id: organization.root, name: 'Root' }, ...organization.units.values()],
    keyOf: ({ id }) => id,
    show: (entry) => ({ ...entry, accounts: accounts(entry.id) }),
  })
}

/** The root and every unit, with what stands directly in it. */
export const listTree: OwnOperation<'listTree'> = {
  verb: 'listTree',
  feature: { id: 'whole-tree', title: 'The whole tree is told at once' },
  row: {
    operation: 'ListOrganizationNodes',
    args: nothing,
    result: record<Pick<Page<Unit>, 'items'>>({ items: member('Nodes', list(structure.unit)) }, [
      'items',
    ]),
  },
  rule: within(treeOf),
  template: {
    caller: 'management',
    resources: ['organization'],
    input: {},
    yields: ['/Nodes'],
    writes: false,
  },
}
