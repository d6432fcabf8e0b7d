import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Pause } from '../client/stop.ts'
import {
  namesIn,
  principalsOf,
  type FixedAccounts,
  type GivenAccounts,
  type Principal,
} from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Hand, Witness } from './actor.ts'
import { openAlone } from './alone.ts'
import { openAwaitedInvitations, type AwaitedInvitations } from './awaited-invitations.ts'
import type { Changes } from './changes.ts'
import type { Hands } from './effect.ts'
import type { Fresh } from './fresh.ts'
import { handsFor, type HandsParts } from './hands.ts'
import { openHeldInvitation, type HeldInvitation } from './held-invitation.ts'
import { openKeeper, type KeeperParts } from './keeper.ts'
import { lastingKinds } from './lasting.ts'
import { isOpen, leftovers, type Ledger, type Write } from './ledger.ts'
import { openOutsiders } from './outsiders.ts'
import { openRecorder, type Keep, type RecorderParts } from './recorder.ts'
import { rehearse } from './rehearse.ts'
import type { ShownValues } from './shown-values.ts'
import { takeBack, takeBackAtLast } from './take-back.ts'
import { openProofs, undoDeadline, type TakingBack } from './taking-back.ts'
import { rootOf } from './workspace.ts'

/** An organization that is not the suite's own, for the time of a session: what is done in it is taken back. */
export interface GivenOrganization {
  readonly accounts: GivenAccounts
  /** guards what an account says */
  readonly witness: (account: string, heard: (interaction: Interaction) => void) => Witness
  /** whether there is one account only, and it was in no organization when it was first asked */
  readonly isAlone: () => Promise<boolean>
  /** whether an account was in no organization when it was first asked; undefined where it can not be seen */
  readonly wasOutside: (account: string) => Promise<boolean | undefined>
  /** whether it is known by now that it was in none */
  readonly isFree: (account: string) => boolean
  /** the management account, as it looks and takes back */
  readonly eyes: () => Hand
  /** the invitation that outlives the case that sent it */
  readonly invitations: HeldInvitation
  /** the invitations that a human has yet to answer */
  readonly awaited: AwaitedInvitations
  /** how many writes there are so far: where a case begins */
  readonly mark: () => number
  /** takes back what was written since a mark, but for invitations that are held, or that a human has yet to answer; never throws */
  readonly takeBack: (since: number) => Promise<void>
  /** when something was changed last, whoever of this run wrote, and for how long that may not be seen */
  readonly changes: Changes
  /** whether nothing is left of what was written since a mark */
  readonly isClean: (since: number) => boolean
  /** tries once more what could not be taken back; answers what is left, one line for each kind */
  readonly left: () => Promise<readonly string[]>
}

/** What guards a given organization is made of. */
export interface GivenParts {
  readonly accounts: GivenAccounts
  readonly vendor: Vendor
  /** a client that ends when the run is stopped: nothing is rehearsed after that */
  readonly acting: Client
  /** a client that does not, but ends when a signal of its own fires */
  readonly openClient: (signal?: AbortSignal) => Client
  /** milliseconds for one exchange */
  readonly deadline: number
  readonly fresh: Fresh
  /** why the target does not allow a verb; undefined where it does */
  readonly denied: KeeperParts['denied']
  readonly ledger: Ledger
  /** whether the ledger outlives the session, and with it what a human has yet to answer; not unless said */
  readonly keepsAwaited?: boolean
  /** operations that are sent although nothing takes back what they do; none unless said */
  readonly allow?: readonly string[]
  /** milliseconds since 1970 */
  readonly now: () => number
  /** a pause that a stop of the run does not end */
  readonly pause: Pause
  /** when something was changed last, whoever of this run wrote */
  readonly changes: Changes
  /** milliseconds after which what was written is listed */
  readonly listedWithin: number
  /** what the endpoint has shown in answers */
  readonly shown: Omit<ShownValues, 'hear'>
  /** hears of every exchange that only looked or took back */
  readonly heard: (interaction: Interaction) => void
}

/** Guards an organization for the time of a session. */
export function openGivenOrganization(parts: GivenParts): GivenOrganization {
  const { accounts, ledger } = parts
  const alone = openAlone(accounts, parts.vendor)
  const openHands = handsBy({ ...parts, alone })
  const handsOf = openHands()
  const proofs = openProofs()
  const deadline = undoDeadline(parts.deadline, parts.listedWithin)
  const taking: TakingBack = { ...parts, openHands, deadline, proofs }
  const recording = recordingIn(parts, handsOf)
  const outsiders = openOutsiders(parts.vendor, handsOf)
  const looking = () => handsOf(accounts.management.account)
  const isAlone = () => alone.ask(looking())
  const { invitations, isHeld } = holdingIn(taking, looking)
  const eyes = () => looking().owner
  const awaited = openAwaitedInvitations({ ...parts, eyes })
  const stays = (number: number): boolean => isHeld(number) || awaited.isKept(number)
  const actor = actingOwner({ ...parts, alone })
  const rehearsing = rehearsalIn(parts, actor, { ...taking, ...recording })
  const keeping = { isAlone, isFree: outsiders.isFree, proofs, rehearse: rehearsing }
  const keep = openKeeper({ ...recording, denied: parts.denied, ...pickLasting(parts), ...keeping })
  return {
    accounts,
    witness: (account, heard) => witnessOf(account, { heard, owner: actor, keep }),
    isAlone,
    wasOutside: outsiders.was,
    isFree: outsiders.isFree,
    eyes,
    invitations,
    awaited,
    mark: ledger.written,
    takeBack: (since) =>
      takeBack(taking, (one) => (one > since || awaited.isOver(one)) && !stays(one)),
    changes: parts.changes,
    isClean: (since) => [...ledger.writes.values()].every((one) => isClean(one, since, stays)),
    left: async () => {
      await takeBackAtLast(taking, parts.deadline, (number) => !awaited.isKept(number))
      return [...leftovers(ledger.writes), ...lastingIn(parts)]
    },
  }
}

const witnessOf = (
  account: string,
  { keep, ...seeing }: Omit<Witness, 'around'> & { readonly keep: Keep },
): Witness => ({ ...seeing, around: (said, act) => keep(said, account, act) })

/** Whether nothing is left of a write: what was looked for when it had to be seen is not there. */
const isClean = (write: Write, since: number, stays: (number: number) => boolean): boolean =>
  write.number <= since || !isOpen(write) || write.unseen === true || stays(write.number)

/** Hands that let go when a signal fires. */
const handsBy =
  (parts: GivenParts & Pick<HandsParts, 'alone'>) =>
  (signal?: AbortSignal): ((account: string) => Hands) =>
    handsFor(parts, parts.openClient(signal))

/** The management account as long as the run is not stopped. */
const actingOwner = (parts: GivenParts & Pick<HandsParts, 'alone'>): Hand =>
  handsFor(parts, parts.acting)(parts.accounts.management.account).owner

const holdingIn = (taking: TakingBack, hands: () => Hands): ReturnType<typeof openHeldInvitation> =>
  openHeldInvitation({
    ...taking,
    hands,
    takeBack: (number) => takeBack(taking, (one) => one === number),
  })

const lastingIn = ({ ledger, vendor, now }: GivenParts): readonly string[] =>
  lastingKinds(ledger.writes, vendor.profile, now()).map(({ line }) => line)

const pickLasting = ({ allow = [], now }: GivenParts): Pick<KeeperParts, 'allow' | 'now'> => ({
  allow,
  now,
})

const recordingIn = (parts: GivenParts, handsOf: RecorderParts['handsOf']): RecorderParts => ({
  vendor: parts.vendor,
  ledger: parts.ledger,
  pause: parts.pause,
  changes: parts.changes,
  handsOf,
  mark: parts.fresh.mark,
  shownBefore: shownBefore(parts),
  latestExchange: parts.shown.latest,
})

/** Whether the endpoint showed a value up to an exchange, or the target names it. */
const shownBefore =
  ({ accounts, shown }: GivenParts): RecorderParts['shownBefore'] =>
  (value, exchange) =>
    value !== '' &&
    (namesIn({ accounts }).includes(value) ||
      (shown.first(value) ?? Number.POSITIVE_INFINITY) <= exchange)

/** Rehearses each verb once, whatever comes of it; where it could not be tried, again. */
const rehearsalIn = (
  { accounts, fresh, vendor }: GivenParts,
  actor: Hand,
  taking: TakingBack & RecorderParts,
): KeeperParts['rehearse'] => {
  const looking = taking.handsOf(accounts.management.account)
  const record = openRecorder({ ...taking, rehearsing: true })
  const others: Partial<FixedAccounts> = accounts.mode === 'single' ? {} : accounts
  const rehearsed = new Set<Verb>()
  const workspace = async () => accounts.ground ?? (await rootOf(looking.owner))
  // who answers by hand is not troubled with what is only tried
  const guests = principalsOf(accounts).filter((one) => isGuest(others, one))
  const guest = () => named(guests[0] ?? others.invitee, 'account in no organization')
  const member = () => named(others.member, 'member account')
  return async (verb, effect) => {
    if (rehearsed.has(verb)) return
    const things = { fresh, profile: vendor.profile, workspace, guest, member }
    await rehearse({ ...taking, ...things, actor, looking, record }, verb, effect)
    rehearsed.add(verb)
  }
}

const isGuest = ({ invitee, outsider }: Partial<FixedAccounts>, { account }: Principal): boolean =>
  account === invitee?.account || account === outsider?.account

const named = (principal: Pick<Principal, 'account'> | undefined, what: string): string => {
  if (principal === undefined)
    throw new PrerequisiteMissing('NO_PRINCIPAL', `the target names no ${what}`)
  return principal.account
}
