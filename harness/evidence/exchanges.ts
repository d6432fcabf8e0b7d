import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { readEvent, type ExchangeEvent } from '../../reports/results/events.ts'
import type { Results } from '../../reports/results/results.ts'

/**
 * Each exchange that a check of a run cites, as a line of newline-delimited JSON: those that show findings as results.json
 * numbers them, then, numbered on, those that the events tell of passes. Each names the checks that cite it.
 */
export async function* exchangeLines(
  { checks, exchanges }: Pick<Results, 'checks' | 'exchanges'>,
  events: string,
): AsyncGenerator<Buffer> {
  const citing = groupIds(checks.flatMap((check) => check.exchanges.map((id) => [id, check.id])))
  for (const exchange of exchanges)
    yield line({ ...exchange, checks: citing.get(exchange.id) ?? [] })
  const { cited, citedBy } = await citedIn(events)
  let id = exchanges.length
  for (const { event: _, ...exchange } of cited) {
    id += 1
    yield line({ ...exchange, id, checks: citedBy.get(keyOf(exchange)) ?? [] })
  }
}

interface Cited {
  readonly cited: readonly ExchangeEvent[]
  readonly citedBy: ReadonlyMap<string, readonly string[]>
}

/** What passes rest on: an exchange is told before the checks that cite it. */
const citedIn = async (path: string): Promise<Cited> => {
  const cited: ExchangeEvent[] = []
  const pairs: (readonly [string, string])[] = []
  const input = createReadStream(path, 'utf8')
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const told = readEvent(text)
    if (told?.event === 'exchange') cited.push(told)
    if (told?.event !== 'check') continue
    const { target } = told
    for (const id of told.cites ?? []) pairs.push([keyOf({ target, id }), told.id])
  }
  return { cited, citedBy: groupIds(pairs) }
}

const keyOf = ({ target, id }: { readonly target: string; readonly id: number }): string =>
  `${target} ${id}`

const groupIds = <K>(
  pairs: readonly (readonly [K, string])[],
): ReadonlyMap<K, readonly string[]> => {
  const all = new Map<K, string[]>()
  for (const [key, check] of pairs) {
    const known = all.get(key)
    if (known === undefined) all.set(key, [check])
    else known.push(check)
  }
  return all
}

const line = (content: object): Buffer => Buffer.from(`${JSON.stringify(content)}\n`)
