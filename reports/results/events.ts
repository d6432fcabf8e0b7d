import type { CheckReport } from '../../suites/runner/messages.ts'
import type { Totals } from '../../suites/verdict/verdict.ts'
import type { Results, RunFacts } from './results.ts'

/** The first line of events.ndjson: what is about to run. */
export interface EventsHeader extends Pick<RunFacts, 'id' | 'startedAt' | 'seed' | 'selection'> {
  readonly suite: Results['suite']
  readonly targets: readonly {
    readonly name: string
    readonly vendor: string
    readonly endpoint: string
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

/** A judged check as a line, in the order in which checks finish. Exchange ids are those of its target's session. */
export function checkLine({ judged, exchanges }: CheckReport): string {
  const told = toldOfChecks.map((name) => [name, judged[name]])
  return line('check', { ...Object.fromEntries(told), exchanges })
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

/** The footer as a line. */
export function footerLine(footer: EventsFooter): string {
  return line('end', footer)
}

const line = (event: string, content: object): string =>
  `${JSON.stringify({ event, ...content })}\n`
