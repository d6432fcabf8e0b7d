import type { EventsHeader } from '../../reports/results/events.ts'
import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import type { CheckReport, RunRequest, SuiteMessage } from '../../suites/runner/messages.ts'
import type { Judgement } from '../../suites/verdict/verdict.ts'

/** What an earlier part of a run came to, as its events tell it. */
export interface EarlierRun {
  readonly header: EventsHeader
  /** the lines behind the header that still count, as they were written */
  readonly lines: readonly string[]
  /** each check that counts, once */
  readonly checks: readonly EarlierCheck[]
  /** of each check that watches the whole run: the worst that it would have come to */
  readonly watched: readonly EarlierCheck[]
  /** the highest id of an exchange */
  readonly exchanges: number
}

/** A check of an earlier part of a run. */
export interface EarlierCheck {
  readonly target: string
  readonly id: string
  /** without its exchanges */
  readonly judgement: Judgement
  readonly exchanges: readonly ShownExchange[]
  readonly cites?: readonly number[]
}

/** What the suite has to know of the earlier part of a run: of each of these targets. */
export function earlierParts(
  { checks, watched, exchanges }: EarlierRun,
  targets: readonly string[],
): Pick<RunRequest, 'earlier' | 'exchangesFrom'> {
  const partOf = (target: string) => ({
    judged: Object.fromEntries(of(target, checks).map(({ id, judgement }) => [id, judgement])),
    watched: Object.fromEntries(
      of(target, watched).map(({ id, judgement, exchanges: shown }) => [
        id,
        { judgement, exchanges: shown },
      ]),
    ),
  })
  return {
    earlier: Object.fromEntries(targets.map((target) => [target, partOf(target)])),
    exchangesFrom: exchanges,
  }
}

/** The reports of the checks that the suite does not ask again. */
export function keptReports(
  { checks: known }: Pick<EarlierRun, 'checks'>,
  { target, checks, kept = [] }: Extract<SuiteMessage, { readonly kind: 'planned' }>,
): readonly CheckReport[] {
  const asked = new Map(checks.map((check) => [check.id, check]))
  const wanted = new Set(kept)
  return of(target, known).flatMap(
    ({ id, judgement, exchanges, cites }): readonly CheckReport[] => {
      const check = asked.get(id)
      if (check === undefined || !wanted.has(id)) return []
      const ids = exchanges.map((exchange) => exchange.id)
      return [
        {
          judged: { ...check, ...judgement, target, exchanges: ids },
          exchanges,
          ...(cites && { cites }),
        },
      ]
    },
  )
}

const of = (target: string, checks: readonly EarlierCheck[]): readonly EarlierCheck[] =>
  checks.filter((check) => check.target === target)
