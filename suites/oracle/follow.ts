import { isObject } from '../../specs/contract/json.ts'
import { isSpoiled, type Call } from '../client/call.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Principal } from '../client/target.ts'
import { NotSent } from '../verdict/cannot-go-on.ts'
import type { HeardCall } from './heard-call.ts'
import type { Disorder, Observation, Sent } from './linearize.ts'
import { openTrack, type Model } from './track.ts'

/** A client whose answers are held against the model. */
export interface Following {
  readonly client: Client
  /** what was found so far, in the order of the calls */
  readonly observations: () => readonly Observation[]
  /** calls that were under way at the same time, and came to what no order of them explains: from there on nothing is compared */
  readonly disorder: () => Disorder | undefined
  /** whether nobody can tell any more what the calls did */
  readonly isLost: () => boolean
  /** the ids of what somebody in the play made or named */
  readonly met: () => ReadonlySet<string>
}

/** Follows whatever a client says with the model, as long as anybody can tell what it did. */
export function follow(plain: Client, { clock, shadow, readings }: Model): Following {
  const track = openTrack(shadow, readings)
  let waiting: Sent[] = []
  let underWay = 0
  const settle = (): void => {
    if (underWay > 0 || waiting.length === 0) return
    track.heard(waiting)
    waiting = []
  }
  const call: Client['call'] = async (who, asked) => {
    if (track.isLost()) return plain.call(who, asked)
    const at = clock.tick()
    underWay += 1
    try {
      const interaction = await plain.call(who, asked)
      waiting.push({ at, heard: heardOf(plain, [who, asked], interaction) })
      return interaction
    } catch (error) {
      if (!(error instanceof NotSent)) track.lose()
      throw error
    } finally {
      underWay -= 1
      settle()
    }
  }
  const { observations, disorder, isLost, met } = track
  return { client: { ...plain, call }, observations, disorder, isLost, met }
}

const heardOf = (
  client: Client,
  [who, call]: readonly [Principal, Call],
  interaction: Interaction,
): HeardCall => {
  const { operation, input } = call
  return {
    account: who.account,
    operation,
    input: isObject(input) ? input : {},
    spoiled: isSpoiled(call) || !isObject(input) || client.breaks(operation, input),
    writes: client.vendor.requestTemplates[operation]?.writes ?? true,
    interaction,
  }
}
