import type { Page, Unit } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { cover } from './coverage.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry, withoutKeys } from './entries.ts'
import { listed } from './paging.ts'
import { pathTo } from './path.ts'
import { tagFlaw } from './tags.ts'
import { depthOf, isEmpty, isParent, unitsIn } from './tree.ts'
import type { UnitRecord } from './world.ts'

/** A unit as its organization sees it. */
export function showUnit({ organization }: Inside, unit: UnitRecord): Unit {
  const { id, name, parent, createdAt } = unit
  return {
    id,
    name,
    parent,
    path: [...pathTo(organization, parent), id],
    createdAt,
    home: { organization: organization.id, management: organization.management },
  }
}

const notThere = (id: string): Refused => refused('unitNotFound', `unit: there is no unit ${id}`)

const noParent = (id: string): Refused =>
  refused('parentNotFound', `parent: there is no root or unit ${id}`)

/** Creates a unit in the root or in a unit. */
export function createUnit(situation: Inside, args: Args<'createUnit'>): Decision<Unit> {
  const { organization, rules, now } = situation
  const flaw = firstOf(
    tagFlaw(rules, args.tags),
    isParent(organization, args.parent) ? undefined : noParent(args.parent),
    unitNameFlaw(situation, { parent: args.parent, name: args.name }),
    limitFlaw(situation, args.parent),
  )
  if (flaw) return flaw
  const id = situation.newId('unit', organization.root)
  const unit = { id, name: args.name, parent: args.parent, createdAt: now }
  const next = {
    ...organization,
    units: withEntry(organization.units, id, unit),
    tags: args.tags?.length ? withEntry(organization.tags, id, args.tags) : organization.tags,
  }
  return done(showUnit(situation, unit), {
    organizations: [cover(next, rules, { nodes: [id], since: now })],
  })
}

/** Why a unit can not stand there under that name: names are unique among the units of one parent. */
export function unitNameFlaw(
  { organization }: Inside,
  { id, parent, name }: Pick<UnitRecord, 'parent' | 'name'> & { readonly id?: string },
): Refused | undefined {
  return unitsIn(organization, parent).some((unit) => unit.name === name && unit.id !== id)
    ? refused('unitNameTaken', `name: ${parent} has a unit of this name already`)
    : undefined
}

const limitFlaw = ({ organization, rules }: Inside, parent: string): Refused | undefined => {
  const { unitDepth = Infinity, unitsPerOrganization = Infinity } = rules.limits
  if (depthOf(organization, parent) + 1 > unitDepth)
    return refused('unitDepthExceeded', `parent: units nest ${unitDepth} deep at most`)
  if (organization.units.size + 1 > unitsPerOrganization)
    return refused('unitCountExceeded', `there are ${unitsPerOrganization} units already`)
  return undefined
}

/** Renames a unit; everything else of it stays. Without a name nothing happens. */
export function renameUnit(situation: Inside, args: Args<'renameUnit'>): Decision<Unit> {
  const { organization } = situation
  const unit = organization.units.get(args.unit)
  if (!unit) return notThere(args.unit)
  const name = nameFor(situation, unit, args)
  if (name === unit.name) return done(showUnit(situation, unit))
  const flaw = unitNameFlaw(situation, { ...unit, name })
  if (flaw) return flaw
  const renamed = { ...unit, name }
  const units = withEntry(organization.units, unit.id, renamed)
  return done(showUnit(situation, renamed), { organizations: [{ ...organization, units }] })
}

const nameFor = (
  { rules }: Inside,
  unit: UnitRecord,
  { name = unit.name }: Args<'renameUnit'>,
): string => (rules.blanksKeep && name.trim() === '' ? unit.name : name)

/** Deletes a unit in which there is neither a unit nor an account. */
export function deleteUnit(situation: Inside, args: Args<'deleteUnit'>): Decision<Nothing> {
  const { organization } = situation
  if (!organization.units.has(args.unit)) return notThere(args.unit)
  if (!isEmpty(organization, args.unit))
    return refused('unitNotEmpty', `unit: ${args.unit} holds units or accounts`)
  const next = {
    ...organization,
    units: withoutKeys(organization.units, args.unit),
    attachments: withoutKeys(organization.attachments, args.unit),
    tags: withoutKeys(organization.tags, args.unit),
  }
  return done({}, { organizations: [next] })
}

/** One unit. */
export function getUnit(situation: Inside, args: Args<'getUnit'>): Decision<Unit> {
  const found = situation.organization.units.get(args.unit)
  return found ? done(showUnit(situation, found)) : notThere(args.unit)
}

/** The units directly in a parent, or all of them. */
export function listUnits(situation: Inside, args: Args<'listUnits'>): Decision<Page<Unit>> {
  const { organization } = situation
  const { parent } = args
  if (parent !== undefined && !isParent(organization, parent)) return noParent(parent)
  return listed(situation, {
    entries:
      parent === undefined ? [...organization.units.values()] : unitsIn(organization, parent),
    keyOf: ({ id }) => id,
    show: (entry) => showUnit(situation, entry),
  })
}
