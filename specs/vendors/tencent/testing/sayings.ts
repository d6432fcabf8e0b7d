import { crossed, every } from '../../testing/known.ts'
import { plain, type Sayings } from '../../testing/sayings.ts'
import { standing } from '../../testing/tree-sayings.ts'

/** How a walk says what this vendor alone has. */
export const tencentSayings: Sayings<
  'leaveNamedOrganization' | 'updateAccount' | 'listTree' | 'moveAccountToRoot' | 'moveUnit'
> = {
  leaveNamedOrganization: ({ organization: { id }, scope }) => [
    { organization: id },
    { organization: scope.values.unknown('organization') },
  ],
  updateAccount: ({ accounts }) => [
    ...every(accounts).map((account) => ({ account, name: 'Bee' })),
    ...accounts.good.map((account) => ({ account, name: 'Cee' })),
    ...accounts.good.slice(-1).map((account) => ({ account, notes: 'noted' })),
  ],
  listTree: plain,
  moveAccountToRoot: (known) => {
    const { accounts, units } = known
    return [
      ...every(accounts).map((account) => ({ account, from: standing(known, account) })),
      ...crossed(accounts, units).map(([account, from]) => ({ account, from })),
    ]
  },
  moveUnit: ({ units, parents }) => [
    ...crossed(units, parents).map(([unit, to]) => ({ unit, to })),
    ...units.good.flatMap((unit) => parents.good.map((to) => ({ unit, to, name: 'one' }))),
  ],
}
