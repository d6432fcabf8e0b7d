import type { CurlAuth } from '../../specs/wire/curl-auth.ts'
import { pathAt } from '../../specs/wire/path-at.ts'
import { acceptedCoding } from '../../suites/client/content-coding.ts'
import { redacted } from '../../suites/client/redaction.ts'
import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import type { Target } from '../../suites/client/target.ts'

/** Headers that curl writes by itself. */
const ownHeaders: ReadonlySet<string> = new Set(['host', 'content-length', 'connection'])

/**
 * A shell line that repeats an exchange. Keys are shell variables of the reader's own, except where the access
 * key is nothing but the account. A request that was never signed is repeated unsigned.
 */
export function curlLine(
  { request, account, answer }: ShownExchange,
  target: Target,
  auth: CurlAuth | undefined,
): string {
  const signed = Object.values(request.headers).includes(redacted) ? auth : undefined
  const renewed = new Set([...ownHeaders, ...(signed?.renewed ?? [])])
  const headers = Object.entries(request.headers)
    .filter(([name]) => !renewed.has(name.toLowerCase()))
    .flatMap(([name, value]) => ['-H', quote(`${name}: ${value}`)])
  const endpoint = new URL(target.endpoint)
  return [
    'curl -sS',
    ...(request.method === 'HEAD' ? ['-I'] : ['-X', quote(request.method)]),
    ...(signed === undefined ? [] : signing(signed, target, account)),
    ...headers,
    ...(isZipped(answer) ? unzipping : []),
    ...(request.body === '' ? [] : ['--data-binary', quote(request.body)]),
    quote(`${endpoint.origin}${pathAt(endpoint, request.path)}`),
  ].join(' ')
}

/** A word of a POSIX shell that means exactly this text. */
const quote = (text: string): string =>
  /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** What the suite says of codings, and that curl is to undo them; needed only where an answer had one. */
const unzipping = ['--compressed', '-H', quote(`accept-encoding: ${acceptedCoding}`)]

const isZipped = (answer: ShownExchange['answer']): boolean =>
  answer?.headers['content-encoding'] !== undefined

const signing = (auth: CurlAuth, { accounts, region }: Target, account: string): string[] => {
  const named = accounts.mode === 'any' && accounts.by === 'access-key'
  const key = named ? account : `$${auth.accessKey}`
  const credentials =
    accounts.mode === 'any' ? accounts.credentials : accounts.management.credentials
  return [
    ...auth.arguments.map((argument) => quote(argument.replaceAll('{region}', region))),
    '--user',
    `"${key}:$${auth.secret}"`,
    ...(credentials.token === undefined
      ? []
      : ['-H', `"${auth.token.header}: $${auth.token.variable}"`]),
  ]
}
