import { verdicts, type Verdict } from '../../suites/verdict/verdict.ts'
import type { Counts, EndpointCell } from './matrix.ts'

/** How often each verdict was given, in signs: a cell has room for little. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✗',
  warn: '!',
  absent: '○',
  untestable: '?',
  inconclusive: '~',
  error: 'E',
}

/**
 * What an endpoint did in a row, in one line of Markdown, without its citations: the worst verdict, and the counts of
 * each axis on which not everything passes.
 */
export function endpointText({ verdict, axes, states }: EndpointCell): string {
  if (states !== undefined) return states === null ? 'states no limit' : `states ${states}`
  if (verdict === undefined || verdict === 'pass') return verdict ?? ''
  const mixed = Object.entries(axes)
    .filter(([, counts]) => Object.keys(counts).some((name) => name !== 'pass'))
    .map(([axis, counts]) => `${axis} ${countsText(counts)}`)
  const worst = verdict === 'fail' ? '**fail**' : verdict
  return `${worst} · ${mixed.join(' · ')}`
}

/** Counts as signs, in the order of the verdicts. */
export function countsText(counts: Counts): string {
  return verdicts
    .flatMap((verdict) => {
      const count = counts[verdict]
      return count === undefined ? [] : [`${count}${verdictSigns[verdict]}`]
    })
    .join(' ')
}
