import type { Citation } from '../../specs/contract/citation.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'

/** What a check is about. Axes are reported side by side and never summed. */
export const axes = [
  'protocol',
  'shape',
  'input',
  'behaviour',
  'refusal',
  'reason',
  'authorization',
  'pagination',
  'isolation',
  'atomicity',
] as const

export type Axis = (typeof axes)[number]

export const verdicts = [
  'pass',
  'fail',
  'warn',
  'absent',
  'untestable',
  'inconclusive',
  'error',
] as const

export type Verdict = (typeof verdicts)[number]

/**
 * The verdicts from good to bad. A check that can not be asked hides whatever it would find, but finds nothing; an error
 * of ours comes last, since nothing behind it can be trusted.
 */
export const bySeverity: readonly Verdict[] = [
  'pass',
  'absent',
  'warn',
  'untestable',
  'inconclusive',
  'fail',
  'error',
]

/** How bad a verdict is: from 0 for one that passes, the higher the worse. */
export function severity(verdict: Verdict): number {
  return bySeverity.indexOf(verdict)
}

/** Why a check could not be asked. */
export const untestableCodes = [
  'NOT_IMPLEMENTED',
  'NO_PRINCIPAL',
  'NO_QUOTA',
  'NO_UNDO',
  'DANGER_DENIED',
  /** it stands behind a check that failed: that one is the finding */
  'FOLLOWS',
  /** what it builds on did not come about, and no check says so */
  'SETUP_FAILED',
] as const

export type UntestableCode = (typeof untestableCodes)[number]

/**
 * What is absent where a check is: a feature, or a refusal that the vendor's documents have no code for
 * (`unworded-refusal`), or that they never give to the operation (`undue-refusal`).
 */
export type AbsenceCode = Feature | 'unworded-refusal' | 'undue-refusal'

/** What a target goes by where the real service does not do what its document says. */
export type Reading = 'document' | 'service'

/** One question with a stable id; known before anything is sent. */
export interface Check {
  readonly id: string
  /** present tense, at most 70 characters */
  readonly title: string
  readonly vendor: VendorId
  /** the id of the case that asks it */
  readonly case: string
  /** the path in the repository of the file that asks it: a scenario, a law, a generator of contract checks … */
  readonly source: string
  readonly operation?: string
  readonly feature?: string
  /** the mistake whose answer it judges */
  readonly refusal?: RefusalName
  readonly axis: Axis
  readonly level: Level
  readonly citations: readonly Citation[]
}

/**
 * The answer to a check. `exchanges` are ids of the exchanges that show it. Texts are whole until the case is over
 * (shown-judgement.ts): a secret is recognised in what is whole only.
 */
export interface Judgement {
  readonly verdict: Verdict
  /** of what is untestable or absent, and of nothing else */
  readonly code?: UntestableCode | AbsenceCode
  /** with FOLLOWS: the id of the check that failed before it */
  readonly follows?: string
  /** where the document and the real service differ, and either is right: which of them the target goes by */
  readonly reading?: Reading
  /** why, or what was seen: a sentence for people, without the code */
  readonly reason?: string
  readonly expected?: string
  readonly received?: string
  readonly exchanges: readonly number[]
  /** a human is waited for: a run that goes on asks it again */
  readonly waits?: true
}

/** The reason as people read it: behind its code, where it has one. */
export function reasonText({
  code,
  reason,
}: Pick<Judgement, 'code' | 'reason'>): string | undefined {
  if (code === undefined || code === 'unworded-refusal' || code === 'undue-refusal') return reason
  return `${code}: ${reason ?? ''}`
}

/** A judged check, as results.json carries it. */
export interface JudgedCheck extends Check, Judgement {
  readonly target: string
}

export type RunVerdict = 'conformant' | 'nonconformant' | 'incomplete'

export type Totals = Readonly<Record<Verdict, number>>

/** How many checks got each verdict. */
export function totalsOf(judged: readonly Judgement[]): Totals {
  const totals: Record<Verdict, number> = {
    pass: 0,
    fail: 0,
    warn: 0,
    absent: 0,
    untestable: 0,
    inconclusive: 0,
    error: 0,
  }
  for (const { verdict } of judged) totals[verdict] += 1
  return totals
}

/**
 * The verdict of a run (DESIGN section 4): only a `must` can make an endpoint nonconformant, and nothing
 * that was left open among the `must` checks is called conformant. Errors are ours and leave a run open too.
 */
export function runVerdict(judged: readonly (Judgement & { readonly level: Level })[]): RunVerdict {
  const musts = judged.filter(({ level }) => level === 'must')
  if (musts.some(({ verdict }) => verdict === 'fail')) return 'nonconformant'
  const settled = musts.every(
    ({ verdict }) => verdict === 'pass' || verdict === 'absent' || verdict === 'warn',
  )
  const executed = judged.some(({ verdict }) => verdict === 'pass')
  return settled && executed && !judged.some(({ verdict }) => verdict === 'error')
    ? 'conformant'
    : 'incomplete'
}
