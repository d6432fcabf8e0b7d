import type { Vendor } from '../../specs/vendor/vendor.ts'
import { openActors } from '../actors/actors.ts'
import type { Fresh } from '../actors/fresh.ts'
import type { GivenOrganization } from '../actors/given-organization.ts'
import type { LedgerEntry } from '../actors/ledger.ts'
import { absence } from '../case/absence.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import type { Monitor } from '../case/monitor.ts'
import { seedOf } from '../case/seed-of.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Redact } from '../client/redaction.ts'
import type { Target } from '../client/target.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import { hasFailed, untestable } from '../verdict/untestable.ts'
import type { Check, JudgedCheck, Judgement } from '../verdict/verdict.ts'
import { shownJudgement } from './shown-judgement.ts'

/** What a case is played with: the session's parts, and what the session keeps. */
export interface RunParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly seed: number
  readonly nonce: bigint
  readonly now: () => number
  /** stops the run: no case is begun, what is being written is awaited and taken back */
  readonly signal?: AbortSignal
  /** hears of every write in an organization that is not the suite's own, before it is sent and after */
  readonly recorded?: (entry: LedgerEntry) => void
  readonly pause: (milliseconds: number) => Promise<void>
  readonly client: Client
  readonly transcript: Transcript
  readonly fresh: Fresh
  readonly monitor: Monitor
  /** whether a check is asked for, or is needed by one that is */
  readonly wanted: (check: string) => boolean
  /** the checks of this run that are decided already, by id */
  readonly decided: ReadonlyMap<string, JudgedCheck>
  /** the organization that accounts were given of; absent where any account may call */
  readonly organization?: GivenOrganization
  readonly redact: Redact
}

/** The judged checks of a case, by id: every one that is wanted. */
export type JudgedChecks = ReadonlyMap<string, JudgedCheck>

/** Plays a case and judges each of its checks that is wanted, whatever happens on the way. Never rejects. */
export async function runCase(one: Case, parts: RunParts): Promise<JudgedChecks> {
  const decided = new Map<string, Judgement>()
  const interactions: Interaction[] = []
  const remaining = excuse(one, parts) ?? (await runOut(one, parts, { decided, interactions }))
  const show = (judgement: Judgement): Judgement =>
    shownJudgement(judgement, parts.redact, exchangesOf(judgement, parts.transcript))
  const wanted = one.checks.filter(({ id }) => parts.wanted(id))
  const judged = wanted.map((check): readonly [string, JudgedCheck] => [
    check.id,
    {
      ...check,
      ...show(weigh(check, decided.get(check.id) ?? remaining)),
      target: parts.target.name,
    },
  ])
  forgetUnshown(
    interactions,
    judged.map(([, judgement]) => judgement),
    parts.transcript,
  )
  return new Map(judged)
}

/** Why a case is not even begun. */
const excuse = (one: Case, { vendor, target, signal }: RunParts): Judgement | undefined => {
  const absent = absence({ vendor, target }, one.needs)
  if (absent !== undefined) return absent
  if (signal?.aborted === true) {
    return { verdict: 'inconclusive', reason: 'the run was stopped', exchanges: [] }
  }
  if (!target.readOnly || one.access === 'read') return undefined
  return untestable('DANGER_DENIED', 'read-only mode writes nothing')
}

interface Notes {
  readonly decided: Map<string, Judgement>
  readonly interactions: Interaction[]
}

/** Plays the case; answers what its undecided checks come to. */
const runOut = async (one: Case, parts: RunParts, notes: Notes): Promise<Judgement> => {
  const actors = openActors({
    ...parts,
    heard: (interaction) => notes.interactions.push(interaction),
  })
  const context: CaseContext = {
    ...parts,
    actors,
    seed: seedOf(parts.seed, one.id),
    interactions: notes.interactions,
    record: (check, judgement) => {
      if (!notes.decided.has(check)) notes.decided.set(check, judgement)
    },
  }
  try {
    await one.run(context)
    return ours(`case ${one.id} ended without deciding this`)
  } catch (error) {
    return fitting(judgeStop(error), notes.decided) ?? ours(messageOf(error))
  } finally {
    await actors.restore()
  }
}

/** What stopped a case follows a check only where that one stands as failed: its first decision may be another. */
const fitting = (
  judged: Judgement | undefined,
  decided: ReadonlyMap<string, Judgement>,
): Judgement | undefined => {
  if (judged?.follows === undefined || hasFailed(decided.get(judged.follows))) return judged
  return untestable('SETUP_FAILED', judged.reason ?? '', judged.exchanges)
}

const ours = (reason: string): Judgement => ({ verdict: 'error', reason, exchanges: [] })

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Only a `must` can fail; softer evidence warns. */
const weigh = (check: Check, judgement: Judgement): Judgement =>
  judgement.verdict === 'fail' && check.level !== 'must'
    ? { ...judgement, verdict: 'warn' }
    : judgement

const exchangesOf = ({ exchanges }: Judgement, transcript: Transcript): readonly Exchange[] =>
  exchanges.flatMap((id) => transcript.get(id) ?? [])

const forgetUnshown = (
  interactions: readonly Interaction[],
  judged: readonly JudgedCheck[],
  transcript: Transcript,
): void => {
  const shown = new Set(
    judged.filter(({ verdict }) => verdict !== 'pass').flatMap(({ exchanges }) => exchanges),
  )
  const ids = interactions.map(({ exchange }) => exchange.id)
  transcript.forget(ids.filter((id) => !shown.has(id)))
}
