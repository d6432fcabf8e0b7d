import type { Unit } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry } from './entries.ts'
import { depthOf, isParent, pathTo } from './tree.ts'
import { showUnit, unitNameFlaw } from './units.ts'
import type { UnitRecord } from './world.ts'

/**
 * Puts a unit, with everything in it, into another parent of the same organization, under a new name
 * if one is given. Names stay unique among siblings, and nothing gets deeper than units may be.
 */
export function moveUnit(situation: Inside, args: Args<'moveUnit'>): Decision<Unit> {
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

const placeFlaw = ({ organization }: Inside, { id, parent }: UnitRecord): Refused | undefined =>
  pathTo(organization, parent).includes(id)
    ? refused('unitInsideItself', `to: ${parent} is ${id} itself or stands in it`)
    : undefined

const depthFlaw = ({ organization, rules }: Inside, unit: UnitRecord): Refused | undefined => {
  const { unitDepth = Infinity } = rules.limits
  const depths = [...organization.units.keys()]
    .filter((id) => pathTo(organization, id).includes(unit.id))
    .map((id) => depthOf(organization, id))
  const height = Math.max(...depths) - depthOf(organization, unit.id)
  return depthOf(organization, unit.parent) + 1 + height > unitDepth
    ? refused('unitDepthExceeded', `to: units nest ${unitDepth} deep at most`)
    : undefined
}
