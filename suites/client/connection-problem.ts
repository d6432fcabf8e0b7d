/** How an exchange can fail before there is an answer. */
export type ConnectionProblemName =
  | 'unreachable'
  /** a name of this machine that leads elsewhere: nothing was sent */
  | 'off-loopback'
  | 'reset'
  | 'timeout'
  | 'too-large'
  | 'malformed-http'
  | 'aborted'

/** Why there is no answer; `detail` is for people. */
export interface ConnectionProblem {
  readonly problem: ConnectionProblemName
  readonly detail: string
}

/** How many bytes of an answer are read. */
interface ReadBytes {
  readonly header: number
  readonly body: number
}

/** What error codes mean, and what people are told instead of the error's own text. */
type Meaning = readonly [
  codes: RegExp,
  problem: ConnectionProblemName,
  told?: (most: ReadBytes) => string,
]

/** Error codes of Node and undici by what they mean; the first row that matches counts. */
const meanings: readonly Meaning[] = [
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^OffLoopback$/, 'off-loopback'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'unreachable'],
  [/^(EPROTO|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/, 'unreachable'],
  // of a proxy: it has not let the line through, or can not be trusted
  [/^(UND_ERR_ABORTED|UND_ERR_PRX_TLS)$/, 'unreachable'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'reset'],
  [
    /^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/,
    'too-large',
    ({ header }) => `a header of more than ${header} bytes`,
  ],
  [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, 'too-large', ({ body }) => `more than ${body} bytes`],
  [/^(HPE_|HTTPParserError|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)/, 'malformed-http'],
  [/^(UND_ERR_DESTROYED|UND_ERR_CLOSED)$/, 'aborted'],
]

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  // undici's parser errors carry no code for some faults, only their name
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/**
 * What a failed exchange means. An error that is none of the peer's or the network's doing (say, a
 * header that can not be sent) is ours and is thrown again.
 */
export function connectionProblemOf(error: unknown, most: ReadBytes): ConnectionProblem {
  const code = codeOf(error)
  const meaning = meanings.find(([codes]) => codes.test(code))
  if (meaning === undefined) throw error
  const [, problem, told] = meaning
  const text = error instanceof Error ? error.message : ''
  return { problem, detail: told?.(most) ?? (text === '' ? code : `${code}: ${text}`) }
}
