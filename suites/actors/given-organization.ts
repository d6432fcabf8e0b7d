import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Pause } from '../client/stop.ts'
import { namesIn, type FixedAccounts, type Principal } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Witness } from './actor.ts'
import type { Fresh } from './fresh.ts'
import { handsFor } from './hands.ts'
import { openKeeper, type KeeperParts } from './keeper.ts'
import { isOpen, leftovers, type Ledger } from './ledger.ts'
import { openRecorder, type RecorderParts } from './recorder.ts'
import { rehearse } from './rehearse.ts'
import type { ShownValues } from './shown-values.ts'
import { openProofs, takeBack, takeBackAtLast, undoDeadline, type TakingBack } from './take-back.ts'
import { rootOf } from './workspace.ts'

/** An organization that is not the suite's own, for the time of a session: what is done in it is taken back. */
export interface GivenOrganization {
  readonly accounts: FixedAccounts
  /** guards what an account says */
  readonly witness: (account: string, heard: (interaction: Interaction) => void) => Witness
  /** how many writes there are so far: where a case begins */
  readonly mark: () => number
  /** takes back what was written since a mark; never throws */
  readonly takeBack: (since: number) => Promise<void>
  /** whether nothing is left of what was written since a mark */
  readonly isClean: (since: number) => boolean
  /** tries once more what could not be taken back; answers what is left, one line for each kind */
  readonly left: () => Promise<readonly string[]>
}

/** What guards a given organization is made of. */
export interface GivenParts {
  readonly accounts: FixedAccounts
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
  /** what the endpoint has shown in answers */
  readonly shown: Omit<ShownValues, 'hear'>
  /** hears of every exchange that only looked or took back */
  readonly heard: (interaction: Interaction) => void
}

/** Guards an organization for the time of a session. */
export function openGivenOrganization(parts: GivenParts): GivenOrganization {
  const { accounts, ledger, fresh } = parts
  const openHands = (signal?: AbortSignal) => handsFor(parts, parts.openClient(signal))
  const handsOf = openHands()
  const deadline = undoDeadline(parts.deadline)
  const taking: TakingBack = { ...parts, openHands, deadline, proofs: openProofs() }
  const shownBefore = (value: string, exchange: number): boolean =>
    value !== '' &&
    (namesIn({ accounts }).includes(value) ||
      (parts.shown.first(value) ?? Number.POSITIVE_INFINITY) <= exchange)
  const recording: RecorderParts = {
    vendor: parts.vendor,
    ledger,
    handsOf,
    mark: fresh.mark,
    shownBefore,
    latestExchange: parts.shown.latest,
  }
  const keep = openKeeper({
    ...recording,
    proofs: taking.proofs,
    rehearse: rehearsalIn(parts, taking, recording),
  })
  return {
    accounts,
    witness: (account, heard) => ({
      heard,
      around: (said, perform) => keep(said, account, perform),
    }),
    mark: () => ledger.writes.size,
    takeBack: (since) => takeBack(taking, since),
    isClean: (since) =>
      ![...ledger.writes.values()].some((write) => write.number > since && isOpen(write)),
    left: async () => {
      await takeBackAtLast(taking, parts.deadline)
      return leftovers(ledger.writes)
    },
  }
}

/** Rehearses each verb once, whatever comes of it; where it could not be tried, again. */
const rehearsalIn = (
  parts: GivenParts,
  taking: TakingBack,
  recording: RecorderParts,
): KeeperParts['rehearse'] => {
  const { accounts, fresh, vendor } = parts
  const owner = accounts.management.account
  const looking = recording.handsOf(owner)
  const actor = handsFor(parts, parts.acting)(owner).owner
  const record = openRecorder({ ...recording, rehearsing: true })
  const rehearsed = new Set<Verb>()
  return async (verb, effect) => {
    if (rehearsed.has(verb)) return
    const workspace = accounts.ground ?? (await rootOf(looking.owner))
    const guest = () => named(accounts.invitee ?? accounts.outsider, 'account in no organization')
    const member = () => named(accounts.member, 'member account')
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
