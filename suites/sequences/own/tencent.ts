import { say, type Saying } from '../saying.ts'
import { accounts, inTree, pairs, parents } from '../sayings/tree.ts'
import type { OwnWords } from './words.ts'

const moves: readonly Saying[] = [
  ...parents
    .flatMap(pairs)
    .map(([unit, to]) =>
      say('moveUnit', { unit: `$${unit}`, to: `$${to}` }, { needs: [unit, ...inTree(to)] }),
    ),
  ...accounts.map((account) =>
    say(
      'moveAccountToRoot',
      { account: `$${account}`, from: `$place ${account}` },
      { needs: [`${account} in unit A`], ends: [`${account} in *`] },
    ),
  ),
]

const updates: readonly Saying[] = ['ann', 'bob'].flatMap((guest) =>
  [{ name: 'Bee' }, { notes: 'noted' }].map((said) =>
    say('updateAccount', { account: `$${guest}`, ...said }, { needs: [`member ${guest}`] }),
  ),
)

export const tencentWords: OwnWords = {
  says: { tree: { moveUnit: 4, moveAccountToRoot: 3 }, membership: { updateAccount: 3 } },
  sayings: () => [...moves, ...updates],
}
