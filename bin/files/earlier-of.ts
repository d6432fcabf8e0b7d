import type { EarlierCheck, EarlierRun } from '../../harness/run/earlier-run.ts'
import type { EventsFooter, EventsHeader } from '../../reports/results/events.ts'
import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import { severity, type JudgedCheck, type Judgement } from '../../suites/verdict/verdict.ts'

/** A line of a check. */
interface CheckEvent extends Pick<JudgedCheck, 'id' | 'target'>, Omit<Judgement, 'exchanges'> {
  readonly event: 'check' | 'watched'
  readonly exchanges: readonly ShownExchange[]
  readonly cites?: readonly number[]
}

/** A line of events behind the header: as it is written, and what it says. */
export interface EventLine {
  readonly text: string
  readonly event:
    | CheckEvent
    | { readonly event: 'exchange'; readonly target: string; readonly id: number }
    | { readonly event: 'stopping' | 'resumed' }
    | ({ readonly event: 'end' } & EventsFooter)
}

/** What of a run's events counts when it goes on: whatever was judged before it was stopped. */
export function earlierOf(header: EventsHeader, lines: readonly EventLine[]): EarlierRun {
  const counting = countingOf(lines)
  const [checks, watched] = [new Map<string, EarlierCheck>(), new Map<string, EarlierCheck>()]
  let exchanges = 0
  for (const { event } of counting) {
    if (event.event === 'exchange') exchanges = Math.max(exchanges, event.id)
    if (event.event !== 'check' && event.event !== 'watched') continue
    const check = checkOf(event)
    exchanges = Math.max(exchanges, ...check.exchanges.map(({ id }) => id))
    const key = `${check.target} ${check.id}`
    if (event.event === 'check') checks.set(key, check)
    else if (isWorse(check, watched.get(key))) watched.set(key, check)
  }
  return {
    header,
    lines: counting.map(({ text }) => text),
    checks: [...checks.values()],
    watched: [...watched.values()],
    exchanges,
  }
}

/** Whether a run ended by itself: nothing of it is left to do. */
export function isFinished(lines: readonly EventLine[]): boolean {
  const last = lines.at(-1)?.event
  return last?.event === 'end' && last.end === 'finished'
}

/** What is judged while a run is being stopped may be cut short, until the run goes on. */
const countingOf = (lines: readonly EventLine[]): readonly EventLine[] => {
  let counts = true
  return lines.filter(({ event: { event } }) => {
    if (event === 'stopping' || event === 'end') counts = false
    if (event === 'resumed') counts = true
    return counts
  })
}

const checkOf = ({ id, target, cites, exchanges, ...event }: CheckEvent): EarlierCheck => {
  const { verdict, code, follows, reading, reason, expected, received } = event
  return {
    target,
    id,
    judgement: {
      verdict,
      ...(code !== undefined && { code }),
      ...(follows !== undefined && { follows }),
      ...(reading !== undefined && { reading }),
      ...(reason !== undefined && { reason }),
      ...(expected !== undefined && { expected }),
      ...(received !== undefined && { received }),
      exchanges: [],
    },
    exchanges,
    ...(cites && { cites }),
  }
}

const isWorse = (one: EarlierCheck, other: EarlierCheck | undefined): boolean =>
  other === undefined || severity(one.judgement.verdict) > severity(other.judgement.verdict)
