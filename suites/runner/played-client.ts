import { pacedClient, type PacedClient } from '../actors/paced-client.ts'
import type { Case } from '../case/case.ts'
import { seedOf } from '../case/seed-of.ts'
import type { Client } from '../client/client.ts'
import { hasFreeAccounts, manualIn, namesIn, type Target } from '../client/target.ts'
import type { Elsewhere } from '../oracle/acquaintance.ts'
import { followAnew, unfollowed, type FollowedAnew } from '../oracle/follow-anew.ts'
import { follow } from '../oracle/follow.ts'
import { modelOf } from '../oracle/model-of.ts'
import type { RunParts } from './run-parts.ts'

/**
 * The client of one play: it lets settle what was written, and is held against the model. The play begins anew where what was
 * done in an organization that is not the suite's own was taken back.
 */
export type PlayedClient = PacedClient & FollowedAnew

/** How a client is paced in a play. */
interface Pace {
  readonly pace: number
  readonly pause: (milliseconds: number) => Promise<void>
}

/** The client with which a case is played once. */
export function playedClient(one: Case, parts: RunParts, pace: Pace): PlayedClient {
  const paced = pacedClient(parts.client, {
    ...parts,
    ...pace,
    case: one.id,
    // what was taken back behind the case before is let settle, too
    ...(parts.organization && { changes: parts.organization.changes }),
  })
  return { ...paced, ...followed(paced.client, parts, one) }
}

/** Held against the model, where the case does not do so by itself; not behind an earlier one that left something. */
const followed = (client: Client, parts: RunParts, one: Case): FollowedAnew => {
  const { vendor, target, now, seed, organization } = parts
  const asked = { vendor, target, now, seed: seedOf(seed, one.id) }
  const alone = unfollowed(client)
  if (one.playsSequences === true || answersByHand(target)) return { ...alone, begun: () => {} }
  if (hasFreeAccounts(target)) return { ...follow(client, modelOf(asked)), begun: () => {} }
  return followAnew(client, () =>
    organization?.isClean(0) === false
      ? alone
      : follow(client, modelOf({ ...asked, before: stoodBefore(parts) })),
  )
}

/** What a human has done by then nobody has heard of. */
const answersByHand = ({ accounts }: Target): boolean =>
  accounts.mode === 'fixed' && manualIn(accounts).length > 0

/** What is known of what stood there before the case: who held an invitation by then is not free. */
const stoodBefore = ({ target, organization }: RunParts): Elsewhere => {
  const holder = organization?.invitations.holder()
  return {
    named: namesIn(target),
    isShown: (id) => organization?.isShown(id) === true,
    isFree: (id) => id !== holder && organization?.isFree(id) === true,
  }
}
