import type { CheckReport, CitedExchange } from '../../suites/runner/messages.ts'
import type { Totals } from '../../suites/verdict/verdict.ts'
import type { Results, RunFacts } from './results.ts'

/** The first line of events.ndjson: what is about to run. */
export interface EventsHeader extends Pick<
  RunFacts,
  'id' | 'startedAt' | 'seed' | 'selection' | 'plan' | 'pseudonymised'
> {
  readonly suite: Results['suite']
  /** the exchanges that passes rest on have lines of their own */
  readonly evidence?: true
  readonly targets: readonly {
    readonly name: string
    readonly vendor: string
    readonly endpoint: string
    readonly readOnly?: boolean
  }[]
}

/** The last line: how it ended. A file without one is of a run that was killed. */
export interface EventsFooter extends Pick<RunFacts, 'finishedAt' | 'planned'> {
  readonly end: 'finished' | 'stopped' | 'broken'
  readonly totals: Totals
}

/** The header as a line of newline-delimited JSON. */
export function headerLine(header: EventsHeader): string {
  return line('run', header)
}

/**
 * A judged check as a line, in the order in which checks finish. Exchange ids are those of its target's session: what shows
 * a finding stands in the line, what a pass rests on in lines before it, which it cites.
 */
export function checkLine(report: CheckReport): string {
  return line('check', toldOf(report))
}

/** What a check that watches the whole run would come to if nothing more were asked: a run that is resumed goes on from there. */
export function watchedLine(report: CheckReport): string {
  return line('watched', toldOf(report))
}

/** The run is being stopped: what is judged behind this line may have been cut short. */
export const stoppingLine: string = `{"event":"stopping"}\n`

/** A run that had ended early goes on behind this line. */
export const resumedLine: string = `{"event":"resumed"}\n`

const toldOf = ({ judged, exchanges, cites }: CheckReport): object => {
  const told = toldOfChecks.map((name) => [name, judged[name]])
  return { ...Object.fromEntries(told), exchanges, ...(cites && { cites }) }
}

/** What a line tells of a check, in this order; what a check has not is left out. */
const toldOfChecks = [
  'id',
  'target',
  'vendor',
  'axis',
  'level',
  'verdict',
  'code',
  'follows',
  'reading',
  'reason',
  'expected',
  'received',
] as const

/** An exchange that passes rest on as a line: only a run that keeps evidence has these. */
export function exchangeLine(exchange: CitedExchange): string {
  return line('exchange', exchange)
}

/** A line of a check, as far as it tells what the check cites. */
export interface CheckEvent {
  readonly event: 'check'
  readonly id: string
  readonly target: string
  readonly cites?: readonly number[]
}

/** A line of an exchange. */
export interface ExchangeEvent extends CitedExchange {
  readonly event: 'exchange'
}

/** A line that a run of ours wrote, where it is one of a check or an exchange; undefined for every other. */
export function readEvent(text: string): CheckEvent | ExchangeEvent | undefined {
  const told = JSON.parse(text) as { readonly event?: unknown } | null
  const isOne = told?.event === 'check' || told?.event === 'exchange'
  return isOne ? (told as CheckEvent | ExchangeEvent) : undefined
}

/** The footer as a line. */
export function footerLine(footer: EventsFooter): string {
  return line('end', footer)
}

const line = (event: string, content: object): string =>
  `${JSON.stringify({ event, ...content })}\n`
