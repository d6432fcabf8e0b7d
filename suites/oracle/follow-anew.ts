import type { Client } from '../client/client.ts'
import type { Following } from './follow.ts'
import type { Observation } from './linearize.ts'

/** What comes of following a client. */
export type Followed = Pick<Following, 'client' | 'observations' | 'met'>

/** A client that is followed from one beginning after the other. */
export interface FollowedAnew extends Followed {
  /** nothing is left of what was done: whatever was known of it is forgotten */
  readonly begun: () => void
}

/** A client that is not followed. */
export function unfollowed(client: Client): Followed {
  return { client, observations: () => [], met: () => new Set() }
}

/**
 * Follows a client from each beginning on, in an organization in which all cases meet: what shows there may be of any, and
 * is no sign that one organization shows through in another.
 */
export function followAnew(plain: Client, follows: () => Followed): FollowedAnew {
  let past: readonly Observation[] = []
  let { client: following, observations } = follows()
  return {
    client: { ...plain, call: (who, asked) => following.call(who, asked) },
    observations: () => [...past, ...observations()],
    met: () => new Set(),
    begun: () => {
      past = [...past, ...observations()]
      ;({ client: following, observations } = follows())
    },
  }
}
