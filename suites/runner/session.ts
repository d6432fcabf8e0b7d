import type { Vendor } from '../../specs/vendor/vendor.ts'
import { noting, openChanges } from '../actors/changes.ts'
import { freshFrom } from '../actors/fresh.ts'
import {
  openGivenOrganization,
  type GivenOrganization,
  type GivenParts,
} from '../actors/given-organization.ts'
import { openLedger, type LedgerEntry } from '../actors/ledger.ts'
import { openShownValues } from '../actors/shown-values.ts'
import { openWaiting, type LongWait } from '../actors/waiting.ts'
import type { Case } from '../case/case.ts'
import { openLag } from '../case/lag.ts'
import { openMonitor } from '../case/monitor.ts'
import { keptOfOneCase } from '../client/answer-bounds.ts'
import type { ClientParts } from '../client/client-parts.ts'
import { openClient } from '../client/client.ts'
import { openConnection, type Connection } from '../client/connection.ts'
import { enduringClient } from '../client/enduring-client.ts'
import { limiterFor } from '../client/limiter.ts'
import { patienceOf, seenWithin } from '../client/patience.ts'
import { redactionOf } from '../client/redaction.ts'
import { stopAfter, type Pause } from '../client/stop.ts'
import { routeOf, type Target } from '../client/target.ts'
import { openTranscript, type Transcript } from '../client/transcript.ts'
import type { UserAgent } from '../client/user-agent.ts'
import type { Scenario } from '../dsl/scenario.ts'
import type { Check, JudgedCheck } from '../verdict/verdict.ts'
import { casesFor } from './cases-for.ts'
import { runCase, type JudgedChecks } from './run-case.ts'
import type { RunParts } from './run-parts.ts'
import type { Selected } from './selection.ts'
import { turns, type Rest } from './turns.ts'

/** What a run is made of besides its target; nothing here is read from the outside. */
export interface SessionParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly scenarios: readonly Scenario[]
  /** `casesFor` the vendor and these scenarios, when they are there already */
  readonly cases?: readonly Case[]
  readonly seed: number
  /** below 2^40; differs from run to run, so that names never meet those of an earlier run */
  readonly nonce: bigint
  readonly now: () => number
  readonly pause: Pause
  /** which checks are wanted; all when absent */
  readonly selected?: Selected
  /** stops the run: no case is begun, what is being written is awaited and taken back */
  readonly signal?: AbortSignal
  /** hears of every write in an organization that is not the suite's own, before it is sent and after */
  readonly recorded?: (entry: LedgerEntry) => void
  /** hears of waits that take long */
  readonly long?: (wait: LongWait) => void
  /** who asks, for the log of the endpoint; nobody says so when absent */
  readonly agent?: UserAgent
  /** another line than the plain one, to listen in */
  readonly connection?: Connection
}

/** A case, and those of its checks that are wanted. */
export interface AskedCase {
  readonly id: string
  readonly checks: readonly Check[]
}

/** A suite opened on a target: its checks are known before anything is sent. */
export interface Session {
  readonly checks: readonly Check[]
  /** the same checks, by the case that decides them */
  readonly cases: readonly AskedCase[]
  /**
   * The judgement of a check, its texts without secrets. Its case is played once, when the first of its checks is
   * asked; what watches the whole run is judged when every other check that is wanted has been. Throws for a check that
   * there is not, or that was not selected.
   */
  readonly judged: (check: string) => Promise<JudgedCheck>
  readonly transcript: Transcript
  /** what could not be taken back in an organization that is not the suite's own, one line for each kind */
  readonly left: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** What is asked of the cases there are. */
interface SessionPlan {
  readonly asked: readonly AskedCase[]
  /** the case of a check, selected or not */
  readonly caseOf: (check: string) => Case | undefined
  /** the checks that are selected, and those that what watches them needs decided */
  readonly wanted: ReadonlySet<string>
  /** the cases that run before those that watch */
  readonly first: readonly Case[]
}

const planOf = (cases: readonly Case[], selected: Selected): SessionPlan => {
  const asked = cases
    .map((one) => ({ id: one.id, checks: one.checks.filter((check) => selected(check, one)) }))
    .filter(({ checks }) => checks.length > 0)
  const byCheck = new Map(
    cases.flatMap((one) => one.checks.map((check) => [check.id, one] as const)),
  )
  const casesOf = (ids: Iterable<string>): readonly Case[] => [
    ...new Set([...ids].flatMap((id) => byCheck.get(id) ?? [])),
  ]
  const ids = asked.flatMap(({ checks }) => checks.map(({ id }) => id))
  const wanted = new Set([...ids, ...casesOf(ids).flatMap(({ after }) => after?.id ?? [])])
  const first = casesOf(wanted).filter(({ after }) => after === undefined)
  return { asked, caseOf: (check) => byCheck.get(check), wanted, first }
}

/** Opens the suite on a target; connects when the first check is asked. */
export function openSession(parts: SessionParts): Session {
  const { vendor, target, selected = () => true } = parts
  const cases = parts.cases ?? casesFor(vendor, parts.scenarios)
  const turn = turns(target.accounts.mode === 'any' ? target.concurrency : 1)
  const { asked, caseOf, wanted, first } = planOf(cases, selected)
  const context = openContext(parts, (check) => wanted.has(check))
  const played = new Map<Case, Promise<JudgedChecks>>()
  const play = (one: Case): Promise<JudgedChecks> => {
    const playing = played.get(one) ?? playInTurn(one)
    played.set(one, playing)
    return playing
  }
  const playInTurn = async (one: Case): Promise<JudgedChecks> => {
    if (one.after !== undefined) await Promise.all(first.map(play))
    const judged = await turn((rest) => runCase(one, { ...context, rest: resting(target, rest) }))
    for (const [id, judgement] of judged) context.decided.set(id, judgement)
    return judged
  }
  return {
    checks: asked.flatMap(({ checks }) => checks),
    cases: asked,
    judged: async (id) => {
      const one = caseOf(id)
      const judged = one === undefined ? undefined : (await play(one)).get(id)
      if (judged === undefined) throw new Error(`there is no check ${id}`)
      return judged
    },
    transcript: context.transcript,
    left: async () => (await context.organization?.left()) ?? [],
    close: context.close,
  }
}

/** In an organization that is not the suite's own, cases would meet: one waits while the others do. */
const resting = ({ accounts }: Target, rest: Rest): Rest =>
  accounts.mode === 'any' ? rest : (wait) => wait()

interface OpenSession extends Omit<RunParts, 'rest'> {
  readonly decided: Map<string, JudgedCheck>
  readonly close: () => Promise<void>
}

const connectTo = (target: Target, transcript: Transcript): Connection =>
  openConnection(new URL(target.endpoint), {
    ...routeOf(target),
    deadline: target.deadline,
    connections: target.concurrency,
    keeps: transcript.weight,
    ...(target.accounts.mode !== 'any' && { kept: keptOfOneCase }),
  })

/** What all cases of a session share. */
const openContext = (parts: SessionParts, wanted: (check: string) => boolean): OpenSession => {
  const { vendor, target, signal } = parts
  const ended = new AbortController()
  const transcript = openTranscript()
  const monitor = openMonitor(transcript)
  const connection = parts.connection ?? connectTo(target, transcript)
  const stop = signal && stopAfter(signal, parts.pause, ended.signal)
  const pause = (milliseconds: number): Promise<void> => parts.pause(milliseconds, signal)
  // who takes back after a stop keeps the rate, too: no signal ends these waits
  const limiter = limiterFor(target, parts)
  const shared = { ...parts, connection, transcript, watch: monitor, pause, limiter }
  const fresh = freshFrom(parts.nonce, vendor.mintAccount)
  const listedWithin = seenWithin(target)
  const changes = openChanges({ now: parts.now, listedWithin })
  const client = noting(openClient({ ...shared, ...(stop && { stop }) }), changes)
  const guarding = { ...shared, acting: client, changes, listedWithin }
  const organization = guardFor(guarding, fresh, parts)
  const { long = () => {} } = parts
  return {
    ...shared,
    client,
    wanted,
    fresh,
    monitor,
    lag: openLag(target),
    waiting: openWaiting({ pause, patience: patienceOf(target), long }),
    redact: redactionOf(target),
    decided: new Map(),
    ...(organization && { organization }),
    close: async () => {
      ended.abort()
      await connection.close()
    },
  }
}

/** Guards the organization of a target whose accounts are given; a stop does not interrupt what takes back. */
const guardFor = (
  shared: ClientParts & Pick<GivenParts, 'acting' | 'changes' | 'listedWithin'>,
  fresh: ReturnType<typeof freshFrom>,
  { recorded, pause }: SessionParts,
): GivenOrganization | undefined => {
  const { acting, changes, listedWithin, ...others } = shared
  const { target, vendor, transcript } = others
  if (target.accounts.mode === 'any') return undefined
  const shown = openShownValues()
  transcript.listen(shown.hear)
  return openGivenOrganization({
    accounts: target.accounts,
    vendor,
    acting,
    changes,
    listedWithin,
    openClient: (signal) => noting(enduringClient({ ...others, pause }, signal), changes),
    deadline: target.deadline,
    fresh,
    ledger: openLedger(recorded),
    pause,
    shown,
    heard: ({ exchange }) => transcript.forget([exchange.id]),
  })
}
