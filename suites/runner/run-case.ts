import { absence } from '../case/absence.ts'
import type { Case } from '../case/case.ts'
import type { Interaction } from '../client/interaction.ts'
import { whyEnded } from '../client/stop.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Check, JudgedCheck, Judgement } from '../verdict/verdict.ts'
import { letGo, shortenShown } from './let-go.ts'
import { playUntilSettled } from './play-until-settled.ts'
import type { RunParts } from './run-parts.ts'
import { shownJudgement } from './shown-judgement.ts'
import type { Played } from './tell-plays.ts'

/** The judged checks of a case, by id: every one that is wanted. */
export type JudgedChecks = ReadonlyMap<string, JudgedCheck>

/** Plays a case and judges each of its checks that is wanted, whatever happens on the way. Never rejects. */
export async function runCase(one: Case, parts: RunParts): Promise<JudgedChecks> {
  const { judged, interactions, ...followed } = await playedOrExcused(one, parts)
  parts.oracle.learn(followed)
  const show = (judgement: Judgement): Judgement =>
    shownJudgement(judgement, parts.redact, exchangesOf(judgement, parts.transcript))
  const wanted = one.checks.filter(({ id }) => parts.wanted(id))
  const all = wanted.map((check): readonly [string, JudgedCheck] => [
    check.id,
    {
      ...check,
      ...show(asTold(weigh(check, judged(check.id)), one, parts)),
      target: parts.target.name,
    },
  ])
  keepShown(
    interactions,
    all.map(([, judgement]) => judgement),
    parts,
  )
  return new Map(all)
}

const playedOrExcused = async (one: Case, parts: RunParts): Promise<Played> => {
  const excused = excuse(one, parts)
  return excused === undefined
    ? playUntilSettled(one, parts)
    : { judged: () => excused, interactions: [], observations: [], met: new Set() }
}

/** Why a case is not even begun. */
const excuse = (one: Case, { vendor, target, signal }: RunParts): Judgement | undefined => {
  const absent = absence({ vendor, target }, one.needs)
  if (absent !== undefined) return absent
  if (signal?.aborted === true) {
    return { verdict: 'inconclusive', reason: whyEnded(signal), exchanges: [] }
  }
  if (!target.readOnly || one.access === 'read') return undefined
  return untestable('DANGER_DENIED', 'read-only mode writes nothing')
}

/**
 * What came is told of findings, by what watches the whole run, and where evidence is asked for; of whatever else passes
 * nobody reads it, and to take the secrets out of it takes longer than to judge it.
 */
const asTold = (
  judgement: Judgement,
  { after }: Case,
  { evidence }: Pick<RunParts, 'evidence'>,
): Judgement => {
  if (judgement.verdict !== 'pass' || after !== undefined || evidence === true) return judgement
  const { received: _, ...told } = judgement
  return told
}

/** Only a `must` can fail; softer evidence warns. */
const weigh = (check: Check, judgement: Judgement): Judgement =>
  judgement.verdict === 'fail' && check.level !== 'must'
    ? { ...judgement, verdict: 'warn' }
    : judgement

const exchangesOf = ({ exchanges }: Judgement, transcript: Transcript): readonly Exchange[] =>
  exchanges.flatMap((id) => transcript.get(id) ?? [])

/** Of a case that is over only what a report shows is kept, or the evidence. */
const keepShown = (
  interactions: readonly Interaction[],
  judged: readonly JudgedCheck[],
  parts: RunParts,
): void => {
  const shown = new Set(
    judged
      .filter(({ verdict }) => parts.evidence === true || verdict !== 'pass')
      .flatMap(({ exchanges }) => exchanges),
  )
  const ids = interactions.map(({ exchange }) => exchange.id)
  letGo(
    ids.filter((id) => !shown.has(id)),
    parts,
  )
  shortenShown(shown, parts)
}
