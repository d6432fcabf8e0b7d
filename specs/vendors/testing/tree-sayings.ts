import { crossed, every, some, type Known } from './known.ts'
import { pages, plain, type Sayings } from './sayings.ts'
import { taggings } from './tag-sayings.ts'

/** The organization, its units and what stands in them. */
export const treeSayings: Sayings<
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
  | 'moveAccount'
> = {
  createOrganization: ({ scope: { values } }) =>
    values.hasFeatureSets ? [{ features: 'all' }, { features: 'billing' }] : [{}],
  deleteOrganization: plain,
  getOrganization: plain,
  listRoots: () => pages({}),
  createUnit: (known) => [
    ...every(known.parents).map((parent) => ({ parent, name: freeName(known, parent) })),
    ...known.parents.good.map((parent) => ({ parent, name: 'one' })),
    ...taggings(known).map((tags) => {
      const { root } = known.organization
      return { parent: root, name: freeName(known, root), tags }
    }),
  ],
  renameUnit: ({ units }) => [
    ...every(units).map((unit) => ({ unit, name: 'two' })),
    ...units.good.map((unit) => ({ unit, name: 'one' })),
    ...units.good.slice(0, 1).flatMap((unit) => [{ unit }, { unit, name: ' ' }]),
  ],
  deleteUnit: ({ units }) => every(units).map((unit) => ({ unit })),
  getUnit: ({ units }) => some(units).map((unit) => ({ unit })),
  listUnits: ({ parents }) => [...pages({}), ...parents.bad.map((parent) => ({ parent }))],
  listChildren: ({ parents, organization: { root } }) => [
    ...some(parents).map((parent) => ({ parent, kind: 'unit' })),
    { parent: root, kind: 'account' },
    { parent: root, kind: 'policy' },
  ],
  listParents: ({ nodes }) => every(nodes).map((child) => ({ child })),
  moveAccount: (known) => {
    const { accounts, parents } = known
    return [
      ...crossed(accounts, parents).map(([account, to]) => {
        const from = standing(known, account)
        return { account, from, to }
      }),
      ...fromElsewhere(known),
      ...accounts.good.slice(0, 1).map((account) => ({ account, to: known.organization.root })),
    ]
  },
}

export const standing = ({ organization: { members, root } }: Known, account: string): string =>
  members.get(account)?.parent ?? root

/** An account that is said to be where it is not. */
const fromElsewhere = ({
  accounts,
  parents,
  organization: { members, root },
}: Known): readonly { readonly account: string; readonly from: string; readonly to: string }[] =>
  accounts.good.slice(-1).flatMap((account) =>
    every(parents)
      .filter((from) => from !== members.get(account)?.parent)
      .map((from) => ({ account, from, to: parents.good.at(-1) ?? root })),
  )

/** A name that no unit of the parent has. */
const freeName = ({ organization: { units } }: Known, parent: string): string => {
  const taken = new Set(
    [...units.values()].filter((one) => one.parent === parent).map(({ name }) => name),
  )
  return ['one', 'two', 'three', 'four'].find((name) => !taken.has(name)) ?? 'five'
}
