import type { Entry, Har, Header, Request, Response } from 'har-format'

import { pathAt } from '../../specs/wire/path-at.ts'
import type { ExchangeResult, Results, TargetResult } from '../results/results.ts'

/** The exchanges that show findings, as HTTP Archive 1.2: for the network view of a browser, or a proxy's. Secrets are out. */
export function harArchive({ suite, targets, checks, exchanges }: Results): string {
  const endpoints = new Map(targets.map((target) => [target.name, target]))
  const shownBy = new Map<number, string[]>()
  for (const check of checks) {
    for (const id of check.exchanges) shownBy.set(id, [...(shownBy.get(id) ?? []), check.id])
  }
  const har: Har = {
    log: {
      version: '1.2',
      creator: { name: suite.name, version: suite.version },
      entries: exchanges.map((exchange) => {
        const shown = shownBy.get(exchange.id) ?? []
        return entryOf(exchange, endpoints.get(exchange.target), shown)
      }),
    },
  }
  return `${JSON.stringify(har)}\n`
}

/** Checks that the comment of an entry names. */
const checksNamed = 5

const entryOf = (
  exchange: ExchangeResult,
  target: TargetResult | undefined,
  shown: readonly string[],
): Entry => {
  const { at, took, operation, account, lost } = exchange
  const rest = shown.length - checksNamed
  const more = rest > 0 ? ` and ${rest} more` : ''
  return {
    startedDateTime: new Date(at).toISOString(),
    time: took,
    request: requestOf(exchange, target),
    response: responseOf(exchange),
    cache: {},
    // only the whole was measured
    timings: { send: 0, wait: took, receive: 0 },
    comment: [
      `${operation} by ${account}`,
      ...(lost === undefined ? [] : [`no answer: ${lost}`]),
      ...(shown.length === 0 ? [] : [`${shown.slice(0, checksNamed).join(', ')}${more}`]),
    ].join('; '),
  }
}

const httpVersion = 'HTTP/1.1'

const requestOf = (
  { request: { method, path, headers, body } }: ExchangeResult,
  target: TargetResult | undefined,
): Request => {
  const endpoint = new URL(target?.endpoint ?? 'http://localhost')
  const url = new URL(`${endpoint.origin}${pathAt(endpoint, path)}`)
  return {
    method,
    url: url.href,
    httpVersion,
    cookies: [],
    headers: headersOf(headers),
    queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
    ...(body !== '' && { postData: { mimeType: typeOf(headers), text: body } }),
    headersSize: -1,
    bodySize: Buffer.byteLength(body),
  }
}

/** Without an answer the status is 0, as browsers have it. */
const responseOf = ({ answer }: ExchangeResult): Response => {
  const { status = 0, headers = {}, body = '' } = answer ?? {}
  const size = Buffer.byteLength(body)
  return {
    status,
    statusText: '',
    httpVersion: answer === undefined ? '' : httpVersion,
    cookies: [],
    headers: headersOf(headers),
    content: { size, mimeType: typeOf(headers), text: body },
    redirectURL: headers['location'] ?? '',
    headersSize: -1,
    bodySize: answer === undefined ? -1 : size,
  }
}

const headersOf = (headers: Readonly<Record<string, string>>): Header[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

const typeOf = (headers: Readonly<Record<string, string>>): string =>
  headers['content-type'] ?? 'application/octet-stream'
