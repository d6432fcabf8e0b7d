import type { Vendor } from '../../specs/vendor/vendor.ts'
import { allowanceFor } from '../actors/allowance-for.ts'
import { noting, openChanges } from '../actors/changes.ts'
import { freshFrom } from '../actors/fresh.ts'
import type { LedgerEntry, Write } from '../actors/ledger.ts'
import { openWaiting, type LongWait } from '../actors/waiting.ts'
import type { Case } from '../case/case.ts'
import { usualExtent, type Extent } from '../case/extent.ts'
import { openLag } from '../case/lag.ts'
import { openMonitor } from '../case/monitor.ts'
import type { Allowance } from '../client/allowance.ts'
import { keptOfOneCase } from '../client/answer-bounds.ts'
import { openClient } from '../client/client.ts'
import { openConnection, type Connection } from '../client/connection.ts'
import { limiterFor } from '../client/limiter.ts'
import { patienceOf, seenWithin } from '../client/patience.ts'
import { hidden, type Pseudonyms } from '../client/pseudonyms.ts'
import { redactionOf, type Redact } from '../client/redaction.ts'
import type { Renewal } from '../client/renewal.ts'
import { stopAfter, type Pause } from '../client/stop.ts'
import { routeOf, type Target } from '../client/target.ts'
import { openTranscript, type Transcript } from '../client/transcript.ts'
import type { UserAgent } from '../client/user-agent.ts'
import type { Scenario } from '../dsl/scenario.ts'
import { openOracle } from '../oracle/oracle.ts'
import type { Check, JudgedCheck, Judgement } from '../verdict/verdict.ts'
import { casesAt } from './cases-at.ts'
import { casesFor } from './cases-for.ts'
import { countingFindings } from './counting-findings.ts'
import { guardFor } from './guard-for.ts'
import { judgedBefore } from './judged-before.ts'
import { runCase, type JudgedChecks } from './run-case.ts'
import type { RunParts } from './run-parts.ts'
import type { Selected } from './selection.ts'
import { planOf, type AskedCase } from './session-plan.ts'
import { turns, type Rest } from './turns.ts'

/** What a run is made of besides its target; nothing here is read from the outside. */
export interface SessionParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly scenarios: readonly Scenario[]
  /** `casesFor` the vendor and these scenarios, when they are there already */
  readonly cases?: readonly Case[]
  readonly seed: number
  /** how many sequences are played, where accounts are free; the usual ones unless said, none where their number is 0 */
  readonly sequences?: Extent
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
  /** whether that is kept on disk: then what a human has yet to answer is not taken back, as it is elsewhere */
  readonly keepsAwaited?: boolean
  /** hears of waits that take long */
  readonly long?: (wait: LongWait) => void
  /** whether the exchanges that a pass rests on are kept until its case is told; those of findings always are */
  readonly evidence?: boolean
  /** hides in all texts who the endpoint belongs to; they are shown without secrets alone when absent */
  readonly pseudonyms?: Pseudonyms
  /** who asks, for the log of the endpoint; nobody says so when absent */
  readonly agent?: UserAgent
  /** takes secrets out of whatever is told; those of the target unless said */
  readonly redact?: Redact
  /** who has fresh credentials when those of a principal expire; nobody unless said */
  readonly renewal?: Renewal
  /** what an earlier part of the run has judged, by check: cases of which all is judged are not played again */
  readonly judged?: Readonly<Record<string, Judgement>>
  /** how many exchanges, names and writes that part had */
  readonly taken?: Taken
  /** another line than the plain one, to listen in */
  readonly connection?: Connection
  /** which writes may be sent; whatever the target's class allows unless said */
  readonly allowance?: Allowance
}

/** What numbers of a run are taken. */
export interface Taken {
  readonly exchanges: number
  readonly names: number
  readonly writes: number
  /** those of its writes that a human has yet to answer */
  readonly awaited?: readonly Write[]
}

const takenBefore = ({
  taken = { exchanges: 0, names: 0, writes: 0 },
}: Pick<SessionParts, 'taken'>): Taken => taken

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
  /** the checks that an earlier part of the run has judged: their cases are not among those that are asked */
  readonly kept: readonly string[]
  /** what the checks that watch the whole run would come to now */
  readonly watched: () => Promise<readonly JudgedCheck[]>
  /** how many findings what watches the whole run has come to so far */
  readonly findings: () => number
  readonly transcript: Transcript
  /** what could not be taken back in an organization that is not the suite's own, one line for each kind */
  readonly left: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Opens the suite on a target; connects when the first check is asked. */
export function openSession(parts: SessionParts): Session {
  const { vendor, target, selected = () => true } = parts
  const cases = casesAt(parts, parts.cases ?? casesFor(vendor, parts.scenarios))
  const turn = turns(target.accounts.mode === 'any' ? target.concurrency : 1)
  const { asked, caseOf, wanted, first, watching } = planOf(cases, selected)
  const context = openContext(parts, (check) => wanted.has(check))
  const before = judgedBefore(cases, context.wanted, {
    target: target.name,
    judged: parts.judged ?? {},
  })
  for (const judged of before.values()) for (const one of judged) context.decided.set(...one)
  const played = new Map([...before].map(([one, judged]) => [one, Promise.resolve(judged)]))
  const done = new Set([...before.keys()].map(({ id }) => id))
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
    cases: asked.filter(({ id }) => !done.has(id)),
    kept: asked.flatMap(({ id, checks }) => (done.has(id) ? checks.map((check) => check.id) : [])),
    watched: () => watchedBy(watching, context),
    judged: async (id) => {
      const one = caseOf(id)
      const judged = one === undefined ? undefined : (await play(one)).get(id)
      if (judged === undefined) throw new Error(`there is no check ${id}`)
      return judged
    },
    ...shown(context),
    left: async () => (await context.organization?.left()) ?? [],
    close: context.close,
  }
}

const shown = ({
  transcript,
  findings,
}: OpenSession): Pick<Session, 'transcript' | 'findings'> => ({
  transcript,
  findings,
})

/** What watches is judged by what was seen so far; nothing is sent. */
const watchedBy = async (
  watching: readonly Case[],
  context: OpenSession,
): Promise<readonly JudgedCheck[]> => {
  const now = { ...context, rest: <T>(wait: () => Promise<T>): Promise<T> => wait() }
  const all = await Promise.all(watching.map((one) => runCase(one, now)))
  return all.flatMap((judged) => [...judged.values()])
}

/** In an organization that is not the suite's own, cases would meet: one waits while the others do. */
const resting = ({ accounts }: Target, rest: Rest): Rest =>
  accounts.mode === 'any' ? rest : (wait) => wait()

interface OpenSession extends Omit<RunParts, 'rest'> {
  readonly decided: Map<string, JudgedCheck>
  readonly findings: () => number
  readonly close: () => Promise<void>
}

/** What all cases of a session share. */
const openContext = (parts: SessionParts, wanted: (check: string) => boolean): OpenSession => {
  const { vendor, target, signal } = parts
  const taken = takenBefore(parts)
  const ended = new AbortController()
  const transcript = openTranscript(taken.exchanges)
  const finding = countingFindings(transcript)
  learnFrom(transcript, parts)
  const connection = parts.connection ?? lineTo(target, transcript)
  const stop = signal && stopAfter(signal, parts.pause, ended.signal)
  const pause = (milliseconds: number): Promise<void> => parts.pause(milliseconds, signal)
  // who takes back after a stop keeps the rate, too: no signal ends these waits
  const limiter = limiterFor(target, parts)
  const allowance = parts.allowance ?? allowanceFor(vendor, target)
  const { redact = redactionOf(target) } = parts
  const guarded = { watch: openMonitor(finding), limiter, allowance, redact }
  const shared = { sequences: usualExtent, ...parts, ...guarded, connection, transcript, pause }
  const fresh = freshFrom(parts.nonce, vendor.mintAccount, BigInt(taken.names))
  const listedWithin = seenWithin(target)
  const changes = openChanges({ now: parts.now, listedWithin })
  const client = noting(openClient({ ...shared, ...(stop && { stop }) }), changes)
  const guarding = { ...shared, acting: client, changes, listedWithin }
  const organization = guardFor(guarding, fresh, parts)
  return {
    ...shared,
    client,
    wanted,
    fresh,
    monitor: guarded.watch,
    oracle: openOracle(finding),
    findings: finding.count,
    lag: openLag(target),
    waiting: openWaiting({ pause, patience: patienceOf(target), long: parts.long ?? (() => {}) }),
    redact: hidden(redact, parts.pseudonyms),
    decided: new Map(),
    ...(organization && { organization }),
    close: async () => {
      ended.abort()
      await connection.close()
    },
  }
}

/** Whatever is said may tell whose the endpoint is. */
const learnFrom = (transcript: Transcript, { pseudonyms }: SessionParts): void => {
  if (pseudonyms !== undefined) transcript.listen(pseudonyms.learn)
}

/** The line to a target: what is kept of it is bounded. */
const lineTo = (target: Target, { weight }: Transcript): Connection => {
  const { deadline, concurrency: connections, accounts } = target
  return openConnection(new URL(target.endpoint), {
    ...routeOf(target),
    deadline,
    connections,
    keeps: weight,
    ...(accounts.mode !== 'any' && { kept: keptOfOneCase }),
  })
}
