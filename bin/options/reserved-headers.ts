/**
 * Headers that can not name the caller: HTTP frames its messages with them (RFC 9110, RFC 9112), or the suite sets them
 * itself, to say what is called (content-type, x-amz-target …) or to sign it.
 */
const reserved: ReadonlySet<string> = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'date',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-auth-token',
  'x-domain-id',
  'x-language',
  'x-sdk-content-sha256',
  'x-sdk-date',
  'x-security-token',
  'x-subject-token',
])

/** Beginnings of the names of headers that belong to a signature or to a proxy on the way. */
const families: readonly string[] = ['proxy-', 'x-amz-', 'x-tc-']

/** Whether a header, in lower case, is taken already. */
export function isReserved(header: string): boolean {
  return reserved.has(header) || families.some((beginning) => header.startsWith(beginning))
}
