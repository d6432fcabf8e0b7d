import type { Paint, Tone } from '../../reports/text/paint.ts'
import { verdicts, type Totals } from '../../suites/verdict/verdict.ts'
import {
  appraise,
  type SelftestReport,
  type Outcome,
  type Standing,
  type Trial,
  type VariantResult,
} from './selftest-report.ts'

const outcomeWords: Readonly<Record<Outcome, readonly [Tone, string]>> = {
  killed: ['good', 'killed'],
  elsewhere: ['soft', 'elsewhere'],
  survived: ['bad', 'SURVIVED'],
}

const standings: Readonly<Record<Standing, readonly [Tone, string]>> = {
  proven: ['good', 'the suite proves itself'],
  wanting: ['bad', 'the suite is found wanting'],
  void: ['bad', 'this selftest is void'],
}

/** A report for people: every fault with the check that found it, the counts, then what is wrong. */
export function selftestReportText(report: SelftestReport, paint: Paint): string {
  const { vendor, baseline, stubs, variants, trials, control } = report
  const { standing, findings } = appraise(report)
  const deceived = stubs.filter(({ passed }) => passed.length > 0).length
  const width = Math.max(0, ...trials.map(({ fault }) => fault.length))
  const [tone, word] = standings[standing]
  return [
    paint('strong', `${vendor}: what the suite finds of itself`),
    '',
    ...trials.map((trial) => trialLine(trial, width, paint)),
    ...variants.map((result) => variantLine(result, paint)),
    '',
    `  honest endpoint     ${totalsText(baseline.totals)}`,
    `  degenerate servers  ${stubs.length}, of which ${deceived} pass for something`,
    `  variants            ${variantsText(variants)}`,
    `  faults              ${countsText(trials)}`,
    `  control             ${control.fault}: ${outcomeWords[control.outcome][1]}`,
    ...survivorsText(report),
    '',
    ...findings.map((finding) => paint('bad', `  ${finding}`)),
    paint(tone, `${vendor}: ${word}`),
  ].join('\n')
}

const trialLine = ({ fault, outcome, by }: Trial, width: number, paint: Paint): string => {
  const [tone, word] = outcomeWords[outcome]
  const more = by.length > 1 ? ` and ${by.length - 1} more` : ''
  return `  ${fault.padEnd(width)}  ${paint(tone, word.padEnd(9))}  ${by[0] ?? '·'}${more}`
}

/** An endpoint of other make, with what was wrongly said of it. */
const variantLine = (result: VariantResult, paint: Paint): string => {
  const { variant, asked, falseAlarms, undeclared, inconclusive, trials } = result
  const open = asked === 0 ? 0 : (100 * inconclusive) / asked
  const caught = trials.filter(({ outcome }) => outcome === 'killed').length
  const parts = [
    `${asked} checks`,
    paint(falseAlarms.length > 0 ? 'bad' : 'good', `${falseAlarms.length} false alarms`),
    `${undeclared.length} undeclared`,
    `${open.toFixed(1)} % inconclusive`,
    `${caught} of ${trials.length} faults caught`,
  ]
  return `  under ${variant}: ${parts.join(', ')}`
}

const variantsText = (variants: readonly VariantResult[]): string => {
  const alarmed = variants.filter(({ falseAlarms }) => falseAlarms.length > 0).length
  return `${variants.length}, of which ${alarmed} get a false alarm`
}

const totalsText = (totals: Totals): string =>
  verdicts
    .filter((verdict) => totals[verdict] > 0)
    .map((verdict) => `${totals[verdict]} ${verdict}`)
    .join(', ')

const countsText = (trials: readonly Trial[]): string => {
  const count = (outcome: Outcome): number =>
    trials.filter((trial) => trial.outcome === outcome).length
  const rate = trials.length === 0 ? 0 : (100 * count('killed')) / trials.length
  const others = `${count('elsewhere')} killed elsewhere, ${count('survived')} survived`
  return `${count('killed')} of ${trials.length} killed (${rate.toFixed(1)} %), ${others}`
}

const survivorsText = ({ knownSurvivors }: SelftestReport): readonly string[] =>
  Object.entries(knownSurvivors).map(([fault, why]) => `  excused             ${fault}: ${why}`)
