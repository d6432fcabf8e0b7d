import { creations } from '../../testing/account-sayings.ts'
import { hasRoom } from '../../testing/invitation-sayings.ts'
import { every } from '../../testing/known.ts'
import { plain, type Sayings } from '../../testing/sayings.ts'
import { taggings } from '../../testing/tag-sayings.ts'

/** How a walk says what this vendor alone has. */
export const awsSayings: Sayings<
  | 'createSovereignAccount'
  | 'enableAllFeatures'
  | 'putResourcePolicy'
  | 'deleteResourcePolicy'
  | 'getResourcePolicy'
> = {
  createSovereignAccount: (known) => creations(known).slice(0, 1),
  enableAllFeatures: (known) => (hasRoom(known) ? plain() : []),
  putResourcePolicy: (known) => {
    const { accounts, scope } = known
    const [content = ''] = every(accounts).slice(-1).map(scope.values.resourcePolicy)
    const [own = ''] = accounts.good.slice(-1).map(scope.values.resourcePolicy)
    return [
      { content: own },
      ...taggings(known).map((tags) => ({ content: own, tags })),
      { content },
      { content: 'plain' },
      { content: own.replaceAll('organizations:', 'else:') },
    ]
  },
  deleteResourcePolicy: plain,
  getResourcePolicy: plain,
}
