import { pacedClient, type PacedClient } from '../actors/paced-client.ts'
import type { Case } from '../case/case.ts'
import { seedOf } from '../case/seed-of.ts'
import type { Client } from '../client/client.ts'
import { hasFreeAccounts, namesIn } from '../client/target.ts'
import type { Elsewhere } from '../oracle/acquaintance.ts'
import { follow, type Following } from '../oracle/follow.ts'
import type { Observation } from '../oracle/linearize.ts'
import { modelOf } from '../oracle/model-of.ts'
import type { RunParts } from './run-parts.ts'

/** The client of one play: it lets settle what was written, and is held against the model. */
export interface PlayedClient
  extends PacedClient, Pick<Following, 'client' | 'observations' | 'met'> {
  /** what was done in an organization that is not the suite's own was taken back: the play begins anew */
  readonly begun: () => void
}

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

type Held = Pick<Following, 'client' | 'observations' | 'met'>

/** Held against the model, where the case does not do so by itself. */
const followed = (
  client: Client,
  parts: RunParts,
  one: Case,
): Held & Pick<PlayedClient, 'begun'> => {
  const { vendor, target, now, seed, organization } = parts
  const alone = { client, observations: () => [], met: () => new Set<string>() }
  if (one.playsSequences === true) return { ...alone, begun: () => {} }
  const asked = { vendor, target, now, seed: seedOf(seed, one.id) }
  if (hasFreeAccounts(target)) return { ...follow(client, modelOf(asked)), begun: () => {} }
  return fromEach(client, () =>
    // what is left of an earlier case nobody knows
    organization?.isClean(0) === false
      ? alone
      : follow(client, modelOf({ ...asked, before: stoodBefore(parts) })),
  )
}

/** Followed anew from each beginning on: all cases meet in one organization, and what shows there may be of any. */
const fromEach = (client: Client, follows: () => Held): Held & Pick<PlayedClient, 'begun'> => {
  let past: readonly Observation[] = []
  let current = follows()
  return {
    client: { ...client, call: (who, asked) => current.client.call(who, asked) },
    observations: () => [...past, ...current.observations()],
    met: () => new Set(),
    begun: () => {
      past = [...past, ...current.observations()]
      current = follows()
    },
  }
}

/** What is known of what stood there before the case: who held an invitation by then is not free. */
const stoodBefore = ({ target, organization }: RunParts): Elsewhere => {
  const holder = organization?.invitations.holder()
  return {
    named: namesIn(target),
    isShown: (id) => organization?.isShown(id) === true,
    isFree: (id) => id !== holder && organization?.isFree(id) === true,
  }
}
