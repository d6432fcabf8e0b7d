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

/** Paces a client: whoever asks again so much later asks an endpoint that has had time to make up its mind. */
export function pacedClient(plain: Client, { case: of, ...parts }: PaceParts): PacedClient {
  const { requestTemplates } = plain.vendor
  const settling = openSettling(parts)
  let written = false
  let blocked = false
  const heard = (call: Call, interaction: Interaction): void => {
    blocked ||= isBlocked(plain.vendor, call, interaction)
    if (mayHaveChanged(plain.vendor, call, interaction)) settling.changed()
    // what is not known to read may write
    if (requestTemplates[call.operation]?.writes ?? true) written ||= saysSo(interaction)
  }
  const notSent = (error: unknown): never => {
    blocked ||= error instanceof NotSent
    throw error
  }
  return {
    client: {
      ...plain,
      call: async (who, call) => {
        // what was changed before and may still be seen otherwise is as good as written here
        written ||= settling.isLate()
        await settling.settle()
        const interaction = await plain.call(who, { ...call, case: of }).catch(notSent)
        heard(call, interaction)
        return interaction
      },
    },
    changed: settling.changed,
    mayLag: () => written && !blocked,
    settlings: settling.settlings,
  }
}

/** Lets what was changed settle before anything else is said. */
interface Settling extends Pick<PacedClient, 'changed' | 'settlings'> {
  /** waits for the rest of the pace */
  readonly settle: () => Promise<void>
  /** whether something was changed before that may still be seen otherwise */
  readonly isLate: () => boolean
}

const openSettling = ({ pace, now, pause, changes }: Omit<PaceParts, 'case'>): Settling => {
  let changedAt = Number.NEGATIVE_INFINITY
  let unsettled = false
  let settlings = 0
  return {
    changed: () => {
      changedAt = now()
      unsettled = true
    },
    settlings: () => settlings,
    isLate: () => (changes?.unseenFor() ?? 0) > 0,
    settle: async () => {
      if (unsettled) settlings += 1
      unsettled = false
      const wait = Math.max(changedAt, changes?.latest() ?? changedAt) + pace - now()
      if (wait > 0) await pause(wait)
    },
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

/** Who never says in words of the protocol that something was done has nothing that could be late. */
const saysSo = ({ reply: { kind } }: Interaction): boolean => kind === 'output' || kind === 'lost'
