import { createHash } from 'node:crypto'

import { absence } from '../case/absence.ts'
import type { GivenOrganization } from '../actors/given-organization.ts'
import { openCast } from '../actors/actors.ts'
import type { Case } from '../case/case.ts'
import type { Client } from '../client/client.ts'
import type { Talk } from '../client/interaction.ts'
import type { Fresh } from '../actors/fresh.ts'
import type { Monitor } from '../case/monitor.ts'
import type { Redact } from '../client/redaction.ts'
import type { SessionParts } from './session.ts'
import type { Stage } from '../case/case-context.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import { judgeStop } from '../verdict/judge-stop.ts'
import { shownJudgement } from './shown-judgement.ts'
import type { Check, JudgedCheck, Judgement } from '../verdict/verdict.ts'

/** What a case is played with: the session's parts, and what the session keeps. */
export interface PlayParts extends Omit<SessionParts, 'pause'> {
  readonly pause: (milliseconds: number) => Promise<void>
  readonly client: Client
  readonly transcript: Transcript
  readonly fresh: Fresh
  readonly monitor: Monitor
  /** the checks of this run that are decided already, by id */
  readonly decided: ReadonlyMap<string, JudgedCheck>
  /** the organization that accounts were given of; absent where any account may call */
  readonly organization?: GivenOrganization
  readonly redact: Redact
}

/** The judged checks of a case, by id: every one that it has. */
export type PlayedChecks = ReadonlyMap<string, JudgedCheck>

/** Plays a case and judges each of its checks, whatever happens on the way. Never rejects. */
export async function playCase(one: Case, parts: PlayParts): Promise<PlayedChecks> {
  const decided = new Map<string, Judgement>()
  const talks: Talk[] = []
  const remaining = excuse(one, parts) ?? (await playOut(one, parts, { decided, talks }))
  const show = (judgement: Judgement): Judgement =>
    shownJudgement(judgement, parts.redact, exchangesOf(judgement, parts.transcript))
  const judged = one.checks.map((check): readonly [string, JudgedCheck] => [
    check.id,
    {
      ...check,
      ...show(weigh(check, decided.get(check.id) ?? remaining)),
      target: parts.target.name,
    },
  ])
  forgetUnshown(
    talks,
    judged.map(([, judgement]) => judgement),
    parts.transcript,
  )
  return new Map(judged)
}

/** Why a case is not even begun. */
const excuse = (one: Case, { vendor, target, signal }: PlayParts): Judgement | undefined => {
  const absent = absence({ vendor, target }, one.needs)
  if (absent !== undefined) return absent
  if (signal?.aborted === true) {
    return { verdict: 'inconclusive', reason: 'the run was stopped', exchanges: [] }
  }
  if (!target.readOnly || one.access === 'read') return undefined
  return {
    verdict: 'untestable',
    reason: 'DANGER_DENIED: read-only mode writes nothing',
    exchanges: [],
  }
}

interface Notes {
  readonly decided: Map<string, Judgement>
  readonly talks: Talk[]
}

/** Plays the case; answers what its undecided checks come to. */
const playOut = async (one: Case, parts: PlayParts, notes: Notes): Promise<Judgement> => {
  const cast = openCast({ ...parts, heard: (talk) => notes.talks.push(talk) })
  const stage: Stage = {
    ...parts,
    cast,
    seed: seedOf(parts.seed, one.id),
    talks: notes.talks,
    hear: (talk) => notes.talks.push(talk),
    record: (check, judgement) => {
      if (!notes.decided.has(check)) notes.decided.set(check, judgement)
    },
  }
  try {
    await one.play(stage)
    return ours(`case ${one.id} ended without deciding this`)
  } catch (error) {
    return judgeStop(error) ?? ours(messageOf(error))
  } finally {
    await cast.restore()
  }
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
  talks: readonly Talk[],
  judged: readonly JudgedCheck[],
  transcript: Transcript,
): void => {
  const shown = new Set(
    judged.filter(({ verdict }) => verdict !== 'pass').flatMap(({ exchanges }) => exchanges),
  )
  const ids = talks.map(({ exchange }) => exchange.id)
  transcript.forget(ids.filter((id) => !shown.has(id)))
}

/** A seed of a case's own: 32 bits that other cases do not share. */
const seedOf = (seed: number, id: string): number =>
  createHash('sha256').update(`${seed}/${id}`).digest().readUInt32BE(0)
