import type { Reading } from '../../specs/vendor/left-open.ts'
import { pacedClient, type PacedClient } from '../actors/paced-client.ts'
import type { Case } from '../case/case.ts'
import { seedOf } from '../case/seed-of.ts'
import type { Client } from '../client/client.ts'
import { randomFrom } from '../client/random.ts'
import { openClock } from '../oracle/clock.ts'
import { follow, type Following } from '../oracle/follow.ts'
import { openShadow, type Shadow } from '../oracle/shadow.ts'
import type { RunParts } from './run-parts.ts'

/** The client of one play: it lets settle what was written, and is held against the model. */
export type PlayedClient = PacedClient & Following

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

/** Held against the model where everything that it meets is made in the play. */
const followed = (client: Client, parts: RunParts, one: Case): Following => {
  const { vendor, target, now, seed } = parts
  if (target.accounts.mode !== 'any' || target.readOnly) {
    return { client, observations: () => [], isMet: () => false }
  }
  const clock = openClock(now)
  const open = (reading?: Reading['behaviour']): Shadow => {
    const random = randomFrom(seedOf(seed, one.id))
    return openShadow({ vendor, target, clock, random, ...(reading && { reading }) })
  }
  const readings = combined(vendor.leftOpen.readings.map(({ behaviour }) => behaviour))
  return follow(client, {
    clock,
    shadow: open(),
    readings: readings.map((reading) => () => open(reading)),
  })
}

/** Each by itself, and all together. */
const combined = (readings: readonly Reading['behaviour'][]): readonly Reading['behaviour'][] =>
  readings.length < 2 ? readings : [...readings, Object.assign({}, ...readings)]
