import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { noting, openChanges } from '../../suites/actors/changes.ts'
import { handsFor } from '../../suites/actors/hands.ts'
import type { LastingKind } from '../../suites/actors/lasting.ts'
import { openLedgerFile } from '../../suites/actors/ledger-file.ts'
import { isOpen, leftovers, openLedger, type Ledger } from '../../suites/actors/ledger.ts'
import { takeBack, takeBackAtLast } from '../../suites/actors/take-back.ts'
import { undoDeadline, type Proofs, type TakingBack } from '../../suites/actors/taking-back.ts'
import type { ClientParts } from '../../suites/client/client-parts.ts'
import { openConnection, type Connection } from '../../suites/client/connection.ts'
import { enduringClient } from '../../suites/client/enduring-client.ts'
import type { Interaction } from '../../suites/client/interaction.ts'
import { seenWithin } from '../../suites/client/patience.ts'
import { openRedaction } from '../../suites/client/redaction.ts'
import { openRenewal, type Renew } from '../../suites/client/renewal.ts'
import { sleep } from '../../suites/client/stop.ts'
import { routeOf, type GivenAccounts, type Target } from '../../suites/client/target.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import type { ParsedLedger } from '../ledger/parse-ledger.ts'
import type { Interruption } from '../run/interruption.ts'
import { proveUnreadable } from './prove-unreadable.ts'

/** What a sweep came to. */
export interface SweptLedger {
  /** how many writes it took back, or found gone */
  readonly takenBack: number
  /** what could not be taken back, one line for each kind, with the reason */
  readonly left: readonly string[]
  readonly stopped: boolean
  /** what nothing takes back, by kind; missing where there is none */
  readonly lasting?: readonly LastingKind[]
}

/** A ledger that is swept, and the target that it is of. */
export interface SweepParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly accounts: GivenAccounts
  readonly path: string
  readonly ledger: ParsedLedger
  readonly interruption: Interruption
  /** gets fresh credentials of a principal whose own have expired */
  readonly renew: Renew
  /** when its last line was written, in milliseconds since 1970 */
  readonly lastWritten: number
}

/**
 * Takes back every write that a ledger holds open. Each is looked for after its undo: what counts is that it is gone.
 * Rejects with the system's error when the ledger can not be written.
 */
export async function sweepOpen(parts: SweepParts): Promise<SweptLedger> {
  const { target, path, interruption } = parts
  const { redact, learn } = openRedaction(target)
  const file = openLedgerFile({ path, run: parts.ledger.header.run }, redact)
  const ledger = openLedger(file.add, parts.ledger.writes)
  const { deadline, concurrency } = target
  const connection = openConnection(new URL(target.endpoint), {
    ...routeOf(target),
    deadline,
    connections: concurrency,
  })
  const why = new Map<Verb, string>()
  const open = openIn(ledger)
  interruption.lastWords = () => leftovers(ledger.writes).map((line) => `left: ${redact(line)}`)
  try {
    const renewal = openRenewal({ renew: parts.renew, learn, now: Date.now })
    const taking = takingBack({ ...parts, connection, redact, renewal }, ledger, why)
    await takeBackAll(taking, parts)
    await proveUnreadable(ledger, parts)
    return {
      takenBack: open - openIn(ledger),
      left: leftovers(ledger.writes, why).map(redact),
      stopped: interruption.signal.aborted,
    }
  } finally {
    file.close()
    await connection.close()
  }
}

/** What a killed run was about to learn, it never will: then a look tells, as late as an answer could have come. */
const takeBackAll = async (
  taking: TakingBack,
  { lastWritten, target }: SweepParts,
): Promise<void> => {
  const { ledger } = taking
  const unanswered = [...ledger.writes.values()].filter(
    (write) => isOpen(write) && write.state === 'unknown',
  )
  for (const { number } of unanswered) ledger.note({ step: 'lost', number })
  await takeBack(taking)
  const late = lastWritten + target.deadline - Date.now()
  if (openIn(ledger) > 0 && taking.stopped?.aborted !== true) {
    await takeBackAtLast(taking, Math.max(late, 0))
  }
}

const openIn = ({ writes }: Pick<Ledger, 'writes'>): number =>
  [...writes.values()].filter(isOpen).length

interface Connected extends SweepParts, Pick<ClientParts, 'redact' | 'renewal'> {
  readonly connection: Connection
}

const takingBack = (parts: Connected, ledger: Ledger, why: Map<Verb, string>): TakingBack => {
  const { vendor, target, interruption } = parts
  const transcript = openTranscript()
  const heard = ({ exchange }: Interaction): void => transcript.forget([exchange.id])
  const alone = { isKnown: () => foundsItsOwn(ledger) }
  const shared = { ...parts, alone, transcript, heard, now: Date.now, pause: sleep }
  const listedWithin = seenWithin(target)
  const changes = openChanges({ now: Date.now, listedWithin, since: parts.lastWritten })
  return {
    vendor,
    ledger,
    proofs: proofsFor(why),
    pause: sleep,
    changes,
    deadline: undoDeadline(target.deadline, listedWithin),
    stopped: interruption.signal,
    openHands: (signal) => handsFor(shared, noting(enduringClient(shared, signal), changes)),
  }
}

/** Only an account that was in no organization founds one: with that, everything in it is gone. */
const foundsItsOwn = ({ writes }: Ledger): boolean =>
  [...writes.values()].some(({ verb }) => verb === 'createOrganization')

/** No undo is believed unseen; why one failed is kept. */
const proofsFor = (why: Map<Verb, string>): Proofs => ({
  of: () => 'unproven',
  worked: () => {},
  failed: (verb, reason) => void why.set(verb, reason),
})
