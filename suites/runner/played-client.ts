import { pacedClient, type PacedClient } from '../actors/paced-client.ts'
import type { Case } from '../case/case.ts'
import { seedOf } from '../case/seed-of.ts'
import type { Client } from '../client/client.ts'
import { hasFreeAccounts } from '../client/target.ts'
import { follow, type Following } from '../oracle/follow.ts'
import { modelOf } from '../oracle/model-of.ts'
import type { RunParts } from './run-parts.ts'

/** The client of one play: it lets settle what was written, and is held against the model. */
export type PlayedClient = PacedClient & Pick<Following, 'client' | 'observations' | 'met'>

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

/** Held against the model where everything that it meets is made in the play, and the case does not do so by itself. */
const followed = (
  client: Client,
  { vendor, target, now, seed }: RunParts,
  one: Case,
): Pick<Following, 'client' | 'observations' | 'met'> => {
  if (one.playsSequences === true || !hasFreeAccounts(target)) {
    return { client, observations: () => [], met: () => new Set() }
  }
  return follow(client, modelOf({ vendor, target, now, seed: seedOf(seed, one.id) }))
}
