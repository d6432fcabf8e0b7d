import { within } from '../../../../model/callers.ts'
import {
  done,
  firstOf,
  refused,
  type Decision,
  type Inside,
  type Refused,
} from '../../../../model/decision.ts'
import { withEntry } from '../../../../model/entries.ts'
import { pathTo } from '../../../../model/path.ts'
import { depthOf, isParent } from '../../../../model/tree.ts'
import { showUnit, unitNameFlaw } from '../../../../model/units.ts'
import type { UnitRecord } from '../../../../model/world.ts'
import { member, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import { ask, look } from '../../../../vendor/workflow.ts'
import type { Unit } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { silent } from '../../dialect/arguments.ts'
import { id } from '../../dialect/values.ts'
import { unitNamed } from '../../workflows.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** puts a unit elsewhere in the tree, under a new name if one is given */
    moveUnit: Own<
      'unit-move',
      { readonly unit: string; readonly to: string; readonly name?: string },
      Unit
    >
  }
}

/** Names stay unique among siblings, and nothing gets deeper than units may be. */
const move = (situation: Inside, args: Args<'moveUnit'>): Decision<Unit> => {
  const { organization, rules } = situation
  const unit = organization.units.get(args.unit)
  if (!unit) return refused('unitNotFound', `unit: there is no unit ${args.unit}`)
  if (!isParent(organization, args.to))
    return refused('parentNotFound', `to: there is no root or unit ${args.to}`)
  const moved: UnitRecord = { ...unit, name: args.name ?? unit.name, parent: args.to }
  if (unit.parent === args.to && !rules.movesInPlace)
    return refused('unitInsideItself', `to: ${args.unit} is in ${args.to} already`)
  const flaw = firstOf(
    placeFlaw(situation, moved),
    unitNameFlaw(situation, moved),
    depthFlaw(situation, moved),
  )
  if (flaw) return flaw
  const units = withEntry(organization.units, moved.id, moved)
  return done(showUnit(situation, moved), { organizations: [{ ...organization, units }] })
}

const placeFlaw = (
  { organization }: Inside,
  { id: moved, parent }: UnitRecord,
): Refused | undefined =>
  pathTo(organization, parent).includes(moved)
    ? refused('unitInsideItself', `to: ${parent} is ${moved} itself or stands in it`)
    : undefined

const depthFlaw = ({ organization, rules }: Inside, unit: UnitRecord): Refused | undefined => {
  const { unitDepth = Infinity } = rules.limits
  const depths = [...organization.units.keys()]
    .filter((other) => pathTo(organization, other).includes(unit.id))
    .map((other) => depthOf(organization, other))
  const height = Math.max(...depths) - depthOf(organization, unit.id)
  return depthOf(organization, unit.parent) + 1 + height > unitDepth
    ? refused('unitDepthExceeded', `to: units nest ${unitDepth} deep at most`)
    : undefined
}

/** Puts a unit, with everything in it, into another parent of the same organization. */
export const moveUnit: OwnOperation<'moveUnit'> = {
  verb: 'moveUnit',
  feature: { id: 'unit-move', title: 'Units move within the tree' },
  row: {
    operation: 'UpdateOrganizationNode',
    args: record<Args<'moveUnit'>>(
      { unit: member('NodeId', id), to: member('ParentNodeId', id), name: member('Name') },
      ['unit', 'to'],
    ),
    result: silent<Unit>(),
  },
  rule: within(move),
  *workflow(args) {
    yield* ask('moveUnit', args)
    return yield* unitNamed(args.unit, look)
  },
}
