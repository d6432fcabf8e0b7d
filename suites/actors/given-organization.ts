import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Pause } from '../client/stop.ts'
import {
  namesIn,
  type FixedAccounts,
  type GivenAccounts,
  type Principal,
} from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Hand, Witness } from './actor.ts'
import { openAlone } from './alone.ts'
import type { Changes } from './changes.ts'
import type { Fresh } from './fresh.ts'
import { handsFor } from './hands.ts'
import { openKeeper, type KeeperParts } from './keeper.ts'
import { isOpen, leftovers, type Ledger } from './ledger.ts'
import { openRecorder, type RecorderParts } from './recorder.ts'
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
  /** how many writes there are so far: where a case begins */
  readonly mark: () => number
  /** takes back what was written since a mark; never throws */
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
  readonly ledger: Ledger
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
  const openHands = (signal?: AbortSignal) =>
    handsFor({ ...parts, alone }, parts.openClient(signal))
  const handsOf = openHands()
  const deadline = undoDeadline(parts.deadline, parts.listedWithin)
  const taking: TakingBack = { ...parts, openHands, deadline, proofs: openProofs() }
  const recording = recordingIn(parts, handsOf)
  const isAlone = () => alone.ask(handsOf(accounts.management.account))
  const actor = handsFor({ ...parts, alone }, parts.acting)(accounts.management.account).owner
  const keep = openKeeper({
    ...recording,
    isAlone,
    proofs: taking.proofs,
    rehearse: rehearsalIn(parts, actor, { ...taking, ...recording }),
  })
  return {
    accounts,
    witness: (account, heard) => ({
      heard,
      owner: actor,
      around: (said, perform) => keep(said, account, perform),
    }),
    isAlone,
    mark: () => ledger.writes.size,
    takeBack: (since) => takeBack(taking, since),
    changes: parts.changes,
    isClean: (since) =>
      ![...ledger.writes.values()].some(
        // what was looked for when it had to be seen is not there
        (write) => write.number > since && isOpen(write) && write.unseen !== true,
      ),
    left: async () => {
      await takeBackAtLast(taking, parts.deadline)
      return leftovers(ledger.writes)
    },
  }
}

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
  const guest = () => named(others.invitee ?? others.outsider, 'account in no organization')
  const member = () => named(others.member, 'member account')
  return async (verb, effect) => {
    if (rehearsed.has(verb)) return
    const things = { fresh, profile: vendor.profile, workspace, guest, member }
    await rehearse({ ...taking, ...things, actor, looking, record }, verb, effect)
    rehearsed.add(verb)
  }
}

const named = (principal: Principal | undefined, what: string): string => {
  if (principal === undefined)
    throw new PrerequisiteMissing('NO_PRINCIPAL', `the target names no ${what}`)
  return principal.account
}
