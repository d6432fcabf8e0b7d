import { operationOf } from '../../specs/contract/contract.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Call } from '../client/call.ts'
import type { Client } from '../client/client.ts'
import { comesAgain } from '../client/endless-lists.ts'
import type { Interaction } from '../client/interaction.ts'
import { mayHaveChanged } from '../client/may-have-changed.ts'
import { mayPass } from '../client/trouble.ts'
import { NotSent } from '../verdict/cannot-go-on.ts'
import type { Changes } from './changes.ts'

/** A client that lets what it wrote settle before it goes on. */
export interface PacedClient {
  readonly client: Client
  /** something changed without being written: it is let settle, too */
  readonly changed: () => void
  /**
   * whether anything was written, as far as the endpoint says, that a slower play may see otherwise: not where something
   * was in the way that no waiting helps
   */
  readonly mayLag: () => boolean
  /** how many calls came behind something that had changed: each waits for the pace */
  readonly settlings: () => number
}

/** What paces a client. */
export interface PaceParts {
  /** milliseconds that have to pass between a write and the next call, whatever that is */
  readonly pace: number
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** the case whose play it is */
  readonly case: string
  /** what is changed besides, before the play and by whoever takes back in it; nothing unless said */
  readonly changes?: Pick<Changes, 'latest' | 'unseenFor'>
}

const none: NonNullable<PaceParts['changes']> = {
  latest: () => Number.NEGATIVE_INFINITY,
  unseenFor: () => 0,
}

/** Paces a client: whoever asks again so much later asks an endpoint that has had time to make up its mind. */
export function pacedClient(
  plain: Client,
  { pace, now, pause, changes = none, ...of }: PaceParts,
): PacedClient {
  let [written, blocked, unsettled, settlings] = [false, false, false, 0]
  let changedAt = Number.NEGATIVE_INFINITY
  const changed = (): void => void ([changedAt, unsettled] = [now(), true])
  const heard = (call: Call, interaction: Interaction): void => {
    blocked ||= isBlocked(plain.vendor, call, interaction)
    if (mayHaveChanged(plain.vendor, call, interaction)) changed()
    written ||= saysSo(plain.vendor, call, interaction)
  }
  const failed = (error: unknown): never => {
    blocked ||= error instanceof NotSent
    throw error
  }
  const settle = async (): Promise<void> => {
    if (unsettled) settlings += 1
    unsettled = false
    // what was changed before and may still be seen otherwise is as good as written here
    written ||= changes.unseenFor() > 0
    const wait = Math.max(changedAt, changes.latest()) + pace - now()
    if (wait > 0) await pause(wait)
  }
  return {
    client: {
      ...plain,
      call: async (who, call) => {
        await settle()
        const interaction = await plain.call(who, { ...call, case: of.case }).catch(failed)
        heard(call, interaction)
        return interaction
      },
    },
    changed,
    mayLag: () => written && !blocked,
    settlings: () => settlings,
  }
}

/** What is no other the next time: too much, a list that goes in circles, or nobody is there. */
const isBlocked = (
  { contract }: Vendor,
  { operation, input }: Call,
  { reply }: Interaction,
): boolean =>
  reply.kind === 'lost'
    ? !mayPass(reply)
    : comesAgain(operationOf(contract, operation), input, reply)

/**
 * Whether a call wrote as far as its answer says: who never says so in words of the protocol has nothing that could be late.
 * What is not known to read may write.
 */
const saysSo = (
  { requestTemplates }: Vendor,
  { operation }: Call,
  { reply: { kind } }: Interaction,
): boolean =>
  (requestTemplates[operation]?.writes ?? true) && (kind === 'output' || kind === 'lost')
