import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { allowanceFor } from '../actors/allowance-for.ts'
import { awaitedEntries } from '../actors/awaited-writes.ts'
import { openLedgerFile, type LedgerFile, type LedgerPlace } from '../actors/ledger-file.ts'
import { hidden, openPseudonyms, type Pseudonyms } from '../client/pseudonyms.ts'
import { openRedaction, type Redact } from '../client/redaction.ts'
import { openRenewal } from '../client/renewal.ts'
import { exchangeShower, shownExchange, type ShownExchange } from '../client/shown-exchange.ts'
import { sleep } from '../client/stop.ts'
import type { KeptCredentials, Principal, Target } from '../client/target.ts'
import type { Exchange } from '../client/transcript.ts'
import type { Scenario } from '../dsl/scenario.ts'
import type { Check, JudgedCheck } from '../verdict/verdict.ts'
import { casesFor } from './cases-for.ts'
import { openEvidence } from './evidence.ts'
import { loadScenarios } from './load-scenarios.ts'
import type { CheckReport, RequestedTarget, RunRequest } from './messages.ts'
import type { RunnerChannel } from './runner-channel.ts'
import { mayAskOf, selectedBy, type MayAsk } from './selection.ts'
import type { SessionParts } from './session-parts.ts'
import type { AskedCase } from './session-plan.ts'
import { openSession, type Session } from './session.ts'
import { openLooks, openWatching, withEarlier } from './watching.ts'

/** The part of a suite that asks one target. */
export interface TargetSuite {
  readonly target: string
  readonly cases: readonly AskedCase[]
  /** Asks a case and tells what came of it: a judgement for every check, also where the suite itself is wrong. */
  readonly ask: (one: AskedCase) => Promise<readonly JudgedCheck[]>
  /** tells what could not be taken back there, and lets go of the target */
  readonly end: () => Promise<void>
}

/** Opens the suite of a request, target by target, and tells what it is going to ask. Nothing is sent yet. */
export async function openSuite(
  request: RunRequest,
  channel: RunnerChannel,
): Promise<readonly TargetSuite[]> {
  const mayAsk = mayAskOf(request)
  const scenarios = await loadScenarios(mayAsk)
  const suites: TargetSuite[] = []
  for (const requested of request.targets) {
    suites.push(await openTarget(requested, { request, channel, scenarios, mayAsk }))
  }
  return suites
}

interface Opening {
  readonly request: RunRequest
  readonly channel: RunnerChannel
  readonly scenarios: readonly Scenario[]
  readonly mayAsk: MayAsk
}

const openTarget = async (requested: RequestedTarget, opening: Opening): Promise<TargetSuite> => {
  const { target, ledger } = requested
  const { request, channel } = opening
  const vendor = await loadVendor(requested.vendor)
  const secrets = openRedaction(target)
  const onDisk = ledger && openLedgerFile(ledger, secrets.redact)
  const pseudonyms = pseudonymsFor(request, vendor, target)
  const parts = { vendor, target, channel, request, pseudonyms, ...(onDisk && { onDisk }) }
  const { bounds } = requested
  const order = { ...parts, bounds, secrets, ...(ledger && { ledger }) }
  const session = sessionOf(order, opening)
  const { checks, kept } = session
  for (const write of ledger?.awaited ?? []) {
    for (const entry of awaitedEntries(write))
      channel.say({ kind: 'write', target: target.name, entry })
  }
  channel.say({ kind: 'planned', target: target.name, checks, kept })
  return suiteOf({ ...parts, session, redact: hidden(secrets.redact, pseudonyms) })
}

interface SessionOrder extends Omit<SuiteParts, 'session' | 'redact'> {
  readonly vendor: Vendor
  readonly bounds: RequestedTarget['bounds']
  readonly ledger?: LedgerPlace
  readonly secrets: ReturnType<typeof openRedaction>
}

const sessionOf = (
  { vendor, target, bounds, secrets: { redact, learn }, ...order }: SessionOrder,
  { request, channel, scenarios, mayAsk }: Opening,
): Session => {
  const { pseudonyms, onDisk, ledger } = order
  const renew = (who: Principal): Promise<KeptCredentials | undefined> =>
    channel.renew(target.name, who.account)
  return openSession({
    vendor,
    target,
    scenarios,
    cases: casesFor(vendor, scenarios, mayAsk),
    seed: request.seed,
    nonce: BigInt(request.nonce),
    now: Date.now,
    pause: sleep,
    selected: selectedBy(request, target.name),
    signal: channel.stopped,
    agent: request.agent,
    allowance: allowanceFor(vendor, target, bounds),
    redact,
    renewal: openRenewal({ renew, learn, now: Date.now }),
    ...(request.sequences && { sequences: request.sequences }),
    ...(request.evidence === true && { evidence: true }),
    ...(pseudonyms && { pseudonyms }),
    ...beforeOf(request, target, ledger),
    keepsAwaited: onDisk !== undefined,
    long: (wait) => channel.say({ kind: 'waiting', target: target.name, wait }),
    recorded: (entry) => {
      // here, in the thread that sends: it stands on disk before the write is sent
      onDisk?.add(entry)
      channel.say({ kind: 'write', target: target.name, entry })
    },
  })
}

interface SuiteParts {
  readonly session: Session
  readonly target: Target
  readonly channel: RunnerChannel
  readonly request: Pick<RunRequest, 'evidence' | 'earlier'>
  readonly pseudonyms: Pseudonyms | undefined
  /** takes out of texts what nobody is to read */
  readonly redact: Redact
  readonly onDisk?: LedgerFile
}

const suiteOf = ({ session, target, channel, ...parts }: SuiteParts): TargetSuite => {
  const { request, pseudonyms, redact, onDisk } = parts
  const earlier = request.earlier?.[target.name] ?? { watched: {} }
  const shower = exchangeShower(redact)
  const show = (one: Exchange): ShownExchange => withoutAccount(shower(one), pseudonyms)
  const report = (judged: JudgedCheck): CheckReport => reportOf(judged, session, show)
  const watch = openWatching(session.watched, report)
  const isDue = openLooks(session.findings)
  const evidence =
    request.evidence === true
      ? openEvidence(session, target, (one) =>
          withoutAccount(shownExchange(one, redact), pseudonyms),
        )
      : undefined
  // accounts that are not ours are left as they were: only there a stopped run still has something to say
  if (target.accounts.mode === 'any') {
    channel.stopped.addEventListener('abort', () => void session.close())
  }
  return {
    target: target.name,
    cases: session.cases,
    ask: async ({ checks }) => {
      const judged = await Promise.all(
        checks.map((check) => judgedOrBroken(session, check, { target, redact })),
      )
      const reports = judged.map((one) => withEarlier(report(one), earlier))
      const watched = channel.stopped.aborted || !isDue() ? [] : await watch()
      channel.say({ kind: 'judged', ...(evidence?.(judged, reports) ?? { reports }), watched })
      return judged
    },
    end: async () => {
      const left = await session.left()
      channel.say({ kind: 'left', target: target.name, what: left.map(redact) })
      await session.close()
      onDisk?.close()
    },
  }
}

const pseudonymsFor = (
  { pseudonyms: key }: RunRequest,
  { profile }: Vendor,
  target: Target,
): Pseudonyms | undefined =>
  key === undefined ? undefined : openPseudonyms(key, profile.identifying, [target])

/** What of an earlier part of the run a session has to know. */
const beforeOf = (
  { earlier, exchangesFrom = 0, namesFrom = 0 }: RunRequest,
  { name }: Target,
  ledger: RequestedTarget['ledger'],
): Pick<SessionParts, 'judged' | 'taken'> => {
  const part = earlier?.[name]
  if (part === undefined) return {}
  const { written: writes = 0, awaited = [] } = ledger ?? {}
  const taken = { exchanges: exchangesFrom, names: namesFrom, writes, awaited }
  return { judged: part.judged, taken }
}

/** Who called stands beside the texts of an exchange. */
const withoutAccount = (one: ShownExchange, pseudonyms: Pseudonyms | undefined): ShownExchange =>
  pseudonyms === undefined ? one : { ...one, account: pseudonyms.show(one.account) }

type BrokenParts = Pick<SuiteParts, 'target' | 'redact'>

const judgedOrBroken = async (
  session: Session,
  check: Check,
  { target, redact }: BrokenParts,
): Promise<JudgedCheck> => {
  try {
    return await session.judged(check.id)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const broken = { verdict: 'error', reason: redact(reason), exchanges: [] } as const
    return { ...check, ...broken, target: target.name }
  }
}

const reportOf = (
  judged: JudgedCheck,
  session: Session,
  show: (exchange: Exchange) => ShownExchange,
): CheckReport => {
  const shown = judged.verdict === 'pass' ? [] : judged.exchanges
  const exchanges = shown.flatMap((id) => session.transcript.get(id) ?? [])
  const { waits, ...plain } = judged
  return {
    judged: { ...plain, exchanges: exchanges.map(({ id }) => id) },
    exchanges: exchanges.map(show),
    ...(waits && { waits }),
  }
}
