import { partOf } from '../../../suites/client/part-of.ts'
import type { Cause } from '../../causes/causes.ts'
import type { CheckResult, ExchangeResult } from '../../results/results.ts'
import { counted } from '../../text/counted.ts'
import type { Paint } from '../../text/paint.ts'
import { printable } from '../../text/printable.ts'
import { whyOf } from '../why-of.ts'
import { whoSaysSo } from './who-says-so.ts'

/** How causes are shown. */
export interface BlockOptions {
  readonly paint: Paint
  /** every check of a cause by name, not only the first few */
  readonly verbose: boolean
}

/** Calls before the one that shows a finding, and characters of each, that a block shows. */
const callsShown = 4
const charactersShown = 120

/** One cause as a block of lines: expected, received, who says so, the line that repeats it, and what waits for it. */
export function causeBlock(
  { findings, waiting }: Cause,
  exchanges: ReadonlyMap<number, ExchangeResult>,
  { paint, verbose }: BlockOptions,
): readonly string[] {
  const [first, ...others] = findings
  const soft = first.verdict !== 'fail' && first.verdict !== 'error'
  const [next] = others
  const rest = others.length - 1
  const also = verbose
    ? others.map(({ id }) => id)
    : next === undefined
      ? []
      : [`${next.id}${rest === 0 ? '' : ` and ${rest} more`}`]
  const rows: readonly LabelledText[] = [
    ...saidRows(first),
    ...afterRows(first, exchanges, verbose),
    ['says so', whoSaysSo(first)],
    ...repeatRows(first, exchanges),
    ...also.map((id, index): LabelledText => [index === 0 ? 'also' : '', id]),
    ...(waiting === 0
      ? []
      : [
          [
            'behind',
            `${counted(waiting, 'check')} could not be asked as long as it stands`,
          ] as const,
        ]),
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
  const why = whyOf(check)
  return [
    ...(why === undefined ? [] : [['why', printable(firstLine(why))] as const]),
    ...(expected === undefined ? [] : [['expected', printable(expected)] as const]),
    ...(received === undefined ? [] : [['received', printable(received)] as const]),
  ]
}

/** The calls before that the finding may rest on, the last of them where a report is short. */
const afterRows = (
  { exchanges: ids }: CheckResult,
  exchanges: ReadonlyMap<number, ExchangeResult>,
  verbose: boolean,
): readonly LabelledText[] => {
  const [last, ...before] = ids.flatMap((id) => exchanges.get(id) ?? []).toReversed()
  const shown = verbose ? before : before.slice(0, callsShown)
  return shown
    .toReversed()
    .map((call, index) => [index === 0 ? 'after' : '', printable(callText(call, last))])
}

/** A call in one line; who said it where that was somebody else than who is shown last. */
const callText = (call: ExchangeResult, last: ExchangeResult | undefined): string => {
  const { operation, request, account } = call
  const said = request.body === '' || request.body === '{}' ? '' : ` ${request.body}`
  // a path says what is meant where it has more than the endpoint's own
  const place = request.path.length > 1 ? ` ${request.method} ${request.path}` : ''
  const by = account === last?.account ? '' : ` (as ${account})`
  return `${partOf(`${operation}${place}${said}`, 0, charactersShown)}${by}`
}

const repeatRows = (
  check: CheckResult,
  exchanges: ReadonlyMap<number, ExchangeResult>,
): readonly LabelledText[] => {
  const last = exchanges.get(check.exchanges.at(-1) ?? 0)
  return last === undefined ? [] : [['try', last.curl]]
}

const firstLine = (text: string): string => text.split('\n', 1).join('')
