import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

import type { ConnectionProblem } from './connection-problem.ts'

/** What an answer may come in besides plain: what HTTP clients and SDKs ask for. */
export const acceptedCoding = 'gzip'

/** A body without its coding; or why it can not be read, in words for people. */
export type Decoded = { readonly bytes: Buffer } | { readonly unreadable: string }

/** Names of the same coding (RFC 9110, section 8.4.1.3). */
const gzip: ReadonlySet<string> = new Set(['gzip', 'x-gzip'])

/** Other codings that there are (IANA, HTTP Content Coding Registry). Clients pass over any other word. */
const others: ReadonlySet<string> = new Set([
  'aes128gcm',
  'br',
  'compress',
  'dcb',
  'dcz',
  'deflate',
  'exi',
  'pack200-gzip',
  'x-compress',
  'zstd',
])

/** Characters of a header that are quoted. */
const quoted = 80

/** Takes the coding off a body, to `most` bytes: what would be more is too large, however small it came. */
export async function decode(
  bytes: Buffer,
  contentEncoding: string,
  most: number,
): Promise<Decoded | ConnectionProblem> {
  const codings = codingsIn(contentEncoding)
  const [coding] = codings
  if (coding === undefined || bytes.length === 0) return { bytes }
  if (codings.length > 1 || !gzip.has(coding)) {
    const said = contentEncoding.slice(0, quoted)
    return { unreadable: `its content-encoding is ${said}: only ${acceptedCoding} was asked for` }
  }
  return unzipped(bytes, most)
}

const codingsIn = (contentEncoding: string): readonly string[] =>
  contentEncoding
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => gzip.has(word) || others.has(word))

const unzip = promisify<Uint8Array, { readonly maxOutputLength: number }, Buffer>(gunzip)

const unzipped = async (zipped: Uint8Array, most: number): Promise<Decoded | ConnectionProblem> => {
  try {
    return { bytes: await unzip(zipped, { maxOutputLength: most }) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      return { problem: 'too-large', detail: `more than ${most} bytes when unzipped` }
    }
    if (!(error instanceof Error) || !code.startsWith('Z_')) throw error
    return { unreadable: `its body is no whole gzip: ${error.message}` }
  }
}
