import { partOf } from '../../../suites/client/part-of.ts'
import type { CheckResult, ExchangeResult } from '../../results/results.ts'
import { curlTemplate } from './curl-template.ts'
import type { PageCall } from './page-data.ts'
import type { TextTable } from './text-table.ts'

/** Characters of an answer that a page shows. */
const answerShown = 1000

/** Characters of calls that a page has room for: it still opens at once. */
const room = 1_200_000

/** The calls of a page. */
export interface PageCalls {
  readonly calls: readonly PageCall[]
  /** those of a check, in their order; their number where there was no room for them */
  of(check: CheckResult): readonly number[] | number
}

/** Takes in the calls of these checks, in this order, as long as there is room for all of one. */
export function pageCalls(
  checks: readonly CheckResult[],
  exchanges: readonly ExchangeResult[],
  table: TextTable,
): PageCalls {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const calls: PageCall[] = []
  const places = new Map<number, number>()
  let left = room
  for (const check of checks) {
    const known = check.exchanges.flatMap((id) => byId.get(id) ?? [])
    const fresh = known.filter(({ id }) => !places.has(id))
    left -= fresh.reduce((sum, exchange) => sum + weightOf(exchange), 0)
    if (left < 0) break
    for (const exchange of fresh) places.set(exchange.id, calls.push(rowOf(exchange, table)) - 1)
  }
  return {
    calls,
    of: (check) => {
      const known = check.exchanges.flatMap((id) => places.get(id) ?? [])
      return known.length === check.exchanges.length ? known : check.exchanges.length
    },
  }
}

/** About so many characters a call comes to, where it shares nothing but its line. */
const weightOf = ({ request, answer }: ExchangeResult): number =>
  60 + request.path.length + request.body.length + Math.min(answer?.body.length ?? 0, answerShown)

const rowOf = (exchange: ExchangeResult, { placeOf }: TextTable): PageCall => {
  const { operation, account, request, answer, lost, took, curl } = exchange
  const { method, path, body } = request
  return [
    placeOf(operation),
    placeOf(account),
    placeOf(method),
    placeOf(path),
    placeOf(body),
    placeOf(curlTemplate(curl, { account, body })),
    took,
    answer?.status ?? 0,
    placeOf(answer === undefined ? (lost ?? 'no answer') : shortened(answer.body)),
  ]
}

const shortened = (text: string): string =>
  text.length <= answerShown ? text : `${partOf(text, 0, answerShown)}…`
