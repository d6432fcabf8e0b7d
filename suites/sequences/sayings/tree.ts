import { say, type Saying, type Sayings } from '../saying.ts'

const units = ['unit A', 'unit B', 'unit C']
export const parents: readonly string[] = ['root', 'unit A', 'unit B']
export const accounts: readonly string[] = ['ann', 'made']

/** Names that siblings may not share: the third unit is called like the first. */
const names: Readonly<Record<string, string>> = {
  'unit A': 'Ash',
  'unit B': 'Birch',
  'unit C': 'Ash',
}

const needing = (parent: string): readonly string[] => ['organization', ...inTree(parent)]

/** The root is there from the start. */
export const inTree = (parent: string): readonly string[] => (parent === 'root' ? [] : [parent])

export const pairs = (parent: string): readonly (readonly [unit: string, parent: string])[] =>
  units.filter((unit) => unit !== parent).map((unit) => [unit, parent] as const)

const unitSayings: readonly Saying[] = [
  ...parents
    .flatMap(pairs)
    .map(([unit, parent]) =>
      say(
        'createUnit',
        { parent: `$${parent}`, name: names[unit] },
        { needs: needing(parent), makes: [unit], calls: unit },
      ),
    ),
  ...units.flatMap((unit) => [
    say('renameUnit', { unit: `$${unit}`, name: 'Cedar' }, { needs: [unit] }),
    say('renameUnit', { unit: `$${unit}`, name: 'Ash' }, { needs: [unit] }),
    say('deleteUnit', { unit: `$${unit}` }, { needs: [unit], ends: [unit, `* in ${unit}`] }),
  ]),
]

const moves: readonly Saying[] = accounts.flatMap((account) => [
  ...parents.map((to) =>
    say(
      'moveAccount',
      { account: `$${account}`, from: `$place ${account}`, to: `$${to}` },
      { needs: [`member ${account}`, ...inTree(to)], makes: [`${account} in ${to}`] },
    ),
  ),
  say(
    'moveAccount',
    { account: `$${account}`, from: '$root', to: '$unit A' },
    { needs: [`member ${account}`, 'unit A', `${account} in unit B`] },
  ),
])

/** Units, and accounts that move between them. */
export const treeSayings: Sayings = () => [
  ...unitSayings,
  ...moves,
  // what another organization has
  say(
    'createUnit',
    { parent: '$root of other', name: 'Elm' },
    { by: 'other', needs: ['other organization'], makes: ['unit X'], calls: 'unit X' },
  ),
]
