import type { Totals, Verdict } from '../../../../suites/verdict/verdict.ts'

/** What verdicts come to for a reader, the worst first. */
export const outcomes = ['failed', 'warned', 'open', 'passed', 'absent'] as const

export type Outcome = (typeof outcomes)[number]

/** What a verdict comes to. */
export const outcomeOf: Readonly<Record<Verdict, Outcome>> = {
  fail: 'failed',
  error: 'failed',
  warn: 'warned',
  untestable: 'open',
  inconclusive: 'open',
  pass: 'passed',
  absent: 'absent',
}

/** How an outcome is said. */
export const outcomeText: Readonly<Record<Outcome, string>> = {
  failed: 'failed',
  warned: 'warned',
  open: 'not established',
  passed: 'passed',
  absent: 'absent',
}

/** The sign of an outcome, for whoever does not see its colour. */
export const outcomeSign: Readonly<Record<Outcome, string>> = {
  failed: '✕',
  warned: '!',
  open: '?',
  passed: '✓',
  absent: '–',
}

/** How many checks came to each outcome. */
export type Counts = Readonly<Record<Outcome, number>>

/** The counts of these verdicts. */
export function countsOf(totals: Totals): Counts {
  const counts: Record<Outcome, number> = { failed: 0, warned: 0, open: 0, passed: 0, absent: 0 }
  for (const [verdict, count] of Object.entries(totals))
    counts[outcomeOf[verdict as Verdict]] += count
  return counts
}

/** Counts in words, the worst first; what has none is left out. */
export function countsText(counts: Counts): string {
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome].toLocaleString('en')} ${outcomeText[outcome]}`)
    .join(', ')
}
