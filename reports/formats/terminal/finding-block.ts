import { reasonText } from '../../../suites/verdict/verdict.ts'
import type { CheckResult, ExchangeResult } from '../../results/results.ts'
import type { Paint } from '../../text/paint.ts'
import { printable } from '../../text/printable.ts'
import type { Finding } from './finding.ts'
import { whoSaysSo } from './who-says-so.ts'

/** How findings are shown. */
export interface BlockOptions {
  readonly paint: Paint
  /** every check of a finding by name, not only the first few */
  readonly verbose: boolean
}

/** Names of other checks with the same finding that a short block shows. */
const namesShown = 3

/** One finding as a block of lines: expected, received, who says so, the line that repeats it. */
export function findingBlock(
  { checks }: Finding,
  exchanges: ReadonlyMap<number, ExchangeResult>,
  { paint, verbose }: BlockOptions,
): readonly string[] {
  const [first, ...others] = checks
  const soft = first.verdict !== 'fail' && first.verdict !== 'error'
  const shown = verbose ? others : others.slice(0, namesShown)
  const rest = others.length - shown.length
  const rows: readonly LabelledText[] = [
    ...saidRows(first),
    ['says so', whoSaysSo(first)],
    ...repeatRows(first, exchanges),
    ...shown.map(({ id }, index): LabelledText => [index === 0 ? 'also' : '', id]),
    ...(rest === 0 ? [] : [['', `and ${rest} more`] as const]),
  ]
  return [
    `  ${paint(soft ? 'soft' : 'bad', first.verdict.toUpperCase())}  ${paint('strong', first.id)}`,
    `    ${first.title}`,
    ...rows.map(([name, text]) => `    ${paint('quiet', name.padEnd(8))}  ${text}`),
    '',
  ]
}

type LabelledText = readonly [name: string, text: string]

const saidRows = (check: CheckResult): readonly LabelledText[] => {
  const { expected, received } = check
  const reason = reasonText(check)
  return [
    ...(reason === undefined || reason === received
      ? []
      : [['why', printable(firstLine(reason))] as const]),
    ...(expected === undefined ? [] : [['expected', printable(expected)] as const]),
    ...(received === undefined ? [] : [['received', printable(received)] as const]),
  ]
}

const repeatRows = (
  check: CheckResult,
  exchanges: ReadonlyMap<number, ExchangeResult>,
): readonly LabelledText[] => {
  const last = exchanges.get(check.exchanges.at(-1) ?? 0)
  return last === undefined ? [] : [['try', last.curl]]
}

const firstLine = (text: string): string => text.split('\n', 1).join('')
