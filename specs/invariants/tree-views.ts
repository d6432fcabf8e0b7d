import { presentIn, type Seen, type Shown, type View } from './view.ts'

/** What the management account has to see of its organization, its units and its accounts. */
export function treeViews(seen: Seen): readonly View[] {
  const { organization } = seen
  const { id, root, features, management: caller, members } = organization
  return [
    {
      caller,
      verb: 'getOrganization',
      args: {},
      shown: { id, features, management: caller, empty: members.size === 1 },
    },
    { caller, verb: 'listRoots', args: {}, shown: [{ id: root }] },
    ...[root, ...organization.units.keys()].flatMap((parent) => inside(seen, parent)),
    ...unitViews(seen),
    ...accountViews(seen),
    ...creationViews(seen),
  ]
}

const unitsOf = ({ organization }: Seen): readonly Shown[] =>
  [...organization.units.values()].map(({ id, name, parent }) => ({
    id,
    name,
    parent,
    path: [...wayTo(organization.root, organization.units, parent), id],
  }))

const accountsOf = (seen: Seen): readonly Shown[] =>
  presentIn(seen).map(({ account: id, parent, joinedBy, joinedAt }) => ({
    id,
    joinedBy,
    joinedAt,
    path: [...wayTo(seen.organization.root, seen.organization.units, parent), id],
    status: statusOf(seen, id),
  }))

const statusOf = ({ world, rules, now }: Seen, id: string): string => {
  const { closedAt } = world.accounts.get(id) ?? {}
  if (closedAt === undefined) return 'active'
  return now - closedAt < rules.closingDelay ? 'closing' : 'suspended'
}

/** The ids from the root down to a parent. */
const wayTo = (
  root: string,
  units: ReadonlyMap<string, { readonly parent: string }>,
  parent: string,
): readonly string[] => {
  const way = [parent]
  for (let at = units.get(parent); at !== undefined; at = units.get(at.parent))
    way.unshift(at.parent)
  return way[0] === root ? way : [`no way to ${root}`]
}

const nodes = (kind: string, all: readonly Shown[]): readonly Shown[] =>
  all.map(({ id }) => ({ id, kind }))

/** The two ways to see what stands in a parent agree. */
const inside = (seen: Seen, parent: string): readonly View[] => {
  const caller = seen.organization.management
  const units = unitsOf(seen).filter((unit) => unit['parent'] === parent)
  const accounts = accountsOf(seen).filter(({ path }) => (path as string[]).at(-2) === parent)
  return [
    { caller, verb: 'listUnits', args: { parent }, shown: units },
    { caller, verb: 'listAccountsIn', args: { parent }, shown: accounts },
    { caller, verb: 'listChildren', args: { parent, kind: 'unit' }, shown: nodes('unit', units) },
    {
      caller,
      verb: 'listChildren',
      args: { parent, kind: 'account' },
      shown: nodes('account', accounts),
    },
  ]
}

const above = ({ organization: { root, management: caller } }: Seen, child: Shown): View => {
  const parent = (child['path'] as readonly string[]).at(-2)
  const kind = parent === root ? 'root' : 'unit'
  return {
    caller,
    verb: 'listParents',
    args: { child: String(child['id']) },
    shown: [{ id: parent, kind }],
  }
}

const unitViews = (seen: Seen): readonly View[] => {
  const caller = seen.organization.management
  const units = unitsOf(seen)
  return [
    { caller, verb: 'listUnits', args: {}, shown: units },
    ...units.flatMap((unit): readonly View[] => [
      { caller, verb: 'getUnit', args: { unit: String(unit['id']) }, shown: unit },
      above(seen, unit),
    ]),
  ]
}

const accountViews = (seen: Seen): readonly View[] => {
  const caller = seen.organization.management
  const accounts = accountsOf(seen)
  return [
    { caller, verb: 'listAccounts', args: {}, shown: accounts },
    ...accounts.flatMap((account): readonly View[] => [
      { caller, verb: 'getAccount', args: { account: String(account['id']) }, shown: account },
      above(seen, account),
    ]),
  ]
}

const creationViews = ({ organization, now }: Seen): readonly View[] => {
  const caller = organization.management
  const creations = [...organization.creations.values()].map(({ id, name, settlesAt, outcome }) => {
    if (now < settlesAt) return { id, name, state: 'running' }
    const state = 'failure' in outcome ? 'failed' : 'succeeded'
    return { id, name, state, ...outcome }
  })
  return [
    { caller, verb: 'listAccountCreations', args: {}, shown: creations },
    ...creations.map((shown): View => ({
      caller,
      verb: 'getAccountCreation',
      args: { creation: shown.id },
      shown,
    })),
  ]
}
