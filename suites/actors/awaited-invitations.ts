import { isDeepStrictEqual } from 'node:util'

import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Args, Invitation, Verb } from '../../specs/vocabulary/verbs.ts'
import { HumanAwaited } from '../verdict/cannot-go-on.ts'
import { describeOutcome, type Outcome } from '../verdict/outcome.ts'
import { isAwaitedWrite, type AwaitedWrite } from './awaited-writes.ts'
import { isOpen, type Ledger, type Write } from './ledger.ts'
import { listAll } from './list-all.ts'
import type { Hand, SpokenVerb } from './speaker.ts'

/** The invitations of a session that a human has yet to answer, and that are not taken back when it ends. */
export interface AwaitedInvitations {
  /** what one play of a case does with them */
  readonly play: (parts: AwaitingPlay) => PlayedInvitations
  /** whether a write is such an invitation */
  readonly isKept: (number: number) => boolean
  /** whether a write was one until the human answered */
  readonly isOver: (number: number) => boolean
  /**
   * Looks whether a human has answered since it was last looked: that changes the organization at any time. Answers so,
   * in words for people.
   */
  readonly answeredMeanwhile: () => Promise<string | undefined>
}

/** Who sends invitations, and which case they are of. */
export interface AwaitingPlay {
  readonly case: string
  /** the accounts that answer by hand */
  readonly manual: readonly string[]
  /** the management account, which reads for the case: what it hears is shown */
  readonly reader: Hand
}

/** What a play tells of what its actors say, and asks. */
export interface PlayedInvitations {
  /** an exchange of the case was heard */
  readonly heard: () => void
  /** lets an account say a verb: an invitation that stands already is not sent a second time */
  readonly around: <T>(said: SpokenVerb, say: () => Promise<Outcome<T>>) => Promise<Outcome<T>>
  /** throws `HumanAwaited` where another case waits for the account */
  readonly ensureFree: (account: string) => void
  /** a human is told to answer an invitation, and waited for */
  readonly begin: (invitation: string) => AwaitedAnswer
}

/** A human who is waited for. */
export interface AwaitedAnswer {
  /** keeps the invitation, since the wait is over without an answer; undefined where no later play could go on with it */
  readonly keep: () => HumanAwaited | undefined
  /** the human has answered */
  readonly over: () => void
}

/** What awaited invitations are kept with. */
export interface AwaitedParts {
  readonly vendor: Vendor
  readonly ledger: Ledger
  /** whether the ledger outlives the session: else nobody could go on */
  readonly keepsAwaited?: boolean
  /** the management account, which looks for itself */
  readonly eyes: () => Hand
}

/** Opens what a session knows of them: those that its ledger holds already. */
export function openAwaitedInvitations(parts: AwaitedParts): AwaitedInvitations {
  const [over, answered] = [new Set<number>(), new Set<number>()]
  const isKept = (write: Write | undefined): write is AwaitedWrite =>
    write !== undefined && isAwaitedWrite(write) && !over.has(write.number)
  return {
    play: (playing) => openPlay({ ...parts, ...playing, isKept, over }),
    isKept: (number) => isKept(parts.ledger.writes.get(number)),
    isOver: (number) => over.has(number),
    answeredMeanwhile: async () => {
      const kept = [...parts.ledger.writes.values()].filter(isKept)
      for (const { number, id, args } of kept) {
        if (answered.has(number)) continue
        const seen = await parts.eyes().getInvitation({ invitation: id })
        if (seen.kind === 'done' && isUnanswered(seen.value)) continue
        answered.add(number)
        return `the account ${args.target.id} answered an invitation by hand in the meantime`
      }
      return undefined
    },
  }
}

const isUnanswered = ({ state }: Invitation): boolean => state === 'open' || state === 'requested'

interface PlayParts extends AwaitedParts, AwaitingPlay {
  readonly isKept: (write: Write | undefined) => write is AwaitedWrite
  readonly over: Set<number>
}

/** The invitation of a play that a human may be waited for with. */
interface Sent {
  readonly write: Write
  readonly answer: Invitation
  /** exchanges that were heard by then: with another one since, a later play could see what it was not to see yet */
  readonly heard: number
}

/** What a play has done so far. */
interface PlayState {
  heard: number
  /** it has looked at what the human changes */
  looked: boolean
  /** a human was told to do something */
  asked: boolean
  invitations: number
  sent: Sent | undefined
}

const openPlay = (parts: PlayParts): PlayedInvitations => {
  const state: PlayState = {
    heard: 0,
    looked: false,
    asked: false,
    invitations: 0,
    sent: undefined,
  }
  return {
    heard: () => void (state.heard += 1),
    around: async (said, say) => {
      if (shows.has(said.verb)) state.looked ||= state.sent === undefined
      const args = invitationBy(said, parts.manual)
      if (said.verb === 'inviteAccount')
        [state.invitations, state.sent] = [state.invitations + 1, undefined]
      if (args === undefined) return say()
      return invite(parts, state, {
        args,
        send: say as () => Promise<Outcome<Invitation>>,
      }) as never
    },
    ensureFree: (account) => {
      const kept = [...parts.ledger.writes.values()]
        .filter(parts.isKept)
        .find(({ args }) => args.target.id === account)
      if (kept === undefined || kept.waiting.case === parts.case) return
      throw awaited(kept)
    },
    begin: (invitation) => beginIn(parts, state, invitation),
  }
}

/** What shows members and invitations: a case that has looked would see another world when it is played again. */
const shows: ReadonlySet<Verb> = new Set<Verb>([
  'listAccounts',
  'listAccountsIn',
  'listChildren',
  'listParents',
  'getAccount',
  'listSentInvitations',
  'listReceivedInvitations',
  'getInvitation',
])

const invitationBy = (
  { verb, all, named }: SpokenVerb,
  manual: readonly string[],
): Args<'inviteAccount'> | undefined => {
  // what is said in the vendor's own words has to be sent: its answer is what is asked about
  if (verb !== 'inviteAccount' || named !== undefined) return undefined
  const args = all[0] as Args<'inviteAccount'>
  return args.target.kind === 'account' && manual.includes(args.target.id) ? args : undefined
}

interface Meant {
  readonly args: Args<'inviteAccount'>
  readonly send: () => Promise<Outcome<Invitation>>
}

const invite = async (
  parts: PlayParts,
  state: PlayState,
  { args, send }: Meant,
): Promise<Outcome<Invitation>> => {
  const again = await takenUp(parts, state, args)
  if (again !== undefined) return again
  const outside = parts.keepsAwaited === true && (await isOutside(parts.eyes(), args.target.id))
  const outcome = await send()
  if (outcome.kind !== 'done' || outcome.looked === true || !outside) return outcome
  const write = [...parts.ledger.writes.values()].find(
    (one) => one.verb === 'inviteAccount' && one.id === outcome.value.id && isOpen(one),
  )
  if (write !== undefined) state.sent = { write, answer: outcome.value, heard: state.heard }
  return outcome
}

const isOutside = async (eyes: Hand, account: string): Promise<boolean> => {
  const members = await listAll(eyes, 'listAccounts', {})
  return members.kind === 'done' && members.value.every(({ id }) => id !== account)
}

/** The invitation that an earlier play of the case has sent, as it was answered then; undefined where none can be gone on with. */
const takenUp = async (
  parts: PlayParts,
  state: PlayState,
  args: Args<'inviteAccount'>,
): Promise<Outcome<Invitation> | undefined> => {
  const write = [...parts.ledger.writes.values()]
    .filter(parts.isKept)
    .find((one) => one.waiting.case === parts.case && isDeepStrictEqual(one.args, args))
  if (write === undefined || state.invitations > 1) return undefined
  const seen = await parts.reader.getInvitation({ invitation: write.id })
  if (seen.kind !== 'done') throw awaited(write, describeOutcome(seen))
  if (!answerable.has(seen.value.state)) {
    // nobody can answer it any more
    parts.over.add(write.number)
    parts.ledger.note({ step: 'proven', number: write.number })
    return undefined
  }
  const answer = write.waiting.answer as Invitation
  state.sent = { write, answer, heard: state.heard }
  const { exchange } = seen
  return { kind: 'done', operation: write.operation, exchange, value: answer }
}

const answerable: ReadonlySet<string> = new Set(['open', 'requested', 'accepted', 'declined'])

const beginIn = (parts: PlayParts, state: PlayState, invitation: string): AwaitedAnswer => {
  const { ledger } = parts
  const sent = state.sent?.write.id === invitation ? state.sent : undefined
  const keeps = sent?.heard === state.heard && isFirst(state) && says(parts.vendor, 'getInvitation')
  state.asked = true
  return {
    keep: () => {
      if (sent === undefined) return undefined
      const { number } = sent.write
      if (keeps && !parts.isKept(ledger.writes.get(number))) {
        const { answer } = sent
        ledger.note({ step: 'waiting', number, case: parts.case, outside: true, answer })
      }
      const kept = ledger.writes.get(number)
      return parts.isKept(kept) ? awaited(kept) : undefined
    },
    over: () => void (sent && parts.over.add(sent.write.number)),
  }
}

/** Whether a later play comes this far without seeing that the human has answered. */
const isFirst = ({ invitations, asked, looked }: PlayState): boolean =>
  invitations === 1 && !asked && !looked

const awaited = ({ args, id }: AwaitedWrite, seen?: string): HumanAwaited => {
  const told = seen === undefined ? '' : ` (${seen})`
  return new HumanAwaited(
    `a human is waited for: the account ${args.target.id} has yet to answer the invitation ${id} by hand, as it was told${told}; orgproof run --resume DIR goes on then`,
  )
}
