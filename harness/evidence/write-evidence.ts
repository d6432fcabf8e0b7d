import { createReadStream, createWriteStream, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type { Results } from '../../reports/results/results.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import type { Problem } from '../problem.ts'
import { exchangeLines } from './exchanges.ts'
import { tarOf, type TarMember } from './tar.ts'

/** The name of the archive in the folder of a run's reports. */
export const evidenceName = 'evidence.tar.gz'

/** So many bytes a file in an archive has at most: the largest run so far wrote a tenth of it. */
const mostBytes = 512 * 1024 ** 2

/** What of the folder goes into the archive; what is not there does not. */
const files: readonly string[] = ['events.ndjson', 'ledger.ndjson', 'plan.json', 'results.json']

/** Where the run wrote, what it found, and how a text of the folder is shown to others. */
export interface EvidenceOrder {
  readonly out: string
  readonly results: Pick<Results, 'checks' | 'exchanges'>
  /** takes out of the ledger and the plan whose the organization is; they are packed as they are unless said */
  readonly hide?: Redact
  /** bytes of a file at most; half a GiB unless said */
  readonly most?: number
}

/**
 * Packs what a run wrote, and each exchange that its checks cite. Answers the problem where that is too much for an
 * archive that anybody would open: then there is none. Throws the system's error when it can not be written.
 */
export async function writeEvidence({
  out,
  results,
  hide,
  most = mostBytes,
}: EvidenceOrder): Promise<Problem | undefined> {
  const members = [...filesIn(out, hide), await exchangesOf(out, results, most)]
  const tooLarge = members.find(({ size }) => size > most)
  if (tooLarge !== undefined) return tooMuch(tooLarge.name, most)
  const path = join(out, evidenceName)
  try {
    const sorted = members.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    await pipeline(
      Readable.from(tarOf(sorted)),
      createGzip({ level: 9 }),
      anywhere,
      createWriteStream(path),
    )
  } catch (error) {
    // half an archive is none
    rmSync(path, { force: true })
    throw error
  }
  return undefined
}

/** What says whose the organization is, whoever reads the reports. */
const telling: ReadonlySet<string> = new Set(['ledger.ndjson', 'plan.json'])

const filesIn = (out: string, hide: Redact | undefined): readonly TarMember[] =>
  files.flatMap((name) => {
    const path = join(out, name)
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size === undefined) return []
    if (hide !== undefined && telling.has(name)) return [hiddenMember(name, path, hide)]
    // what is written behind that while it is read is no part of it
    const content = size === 0 ? [] : createReadStream(path, { end: size - 1 })
    return [{ name, size, content: content as AsyncIterable<Buffer> | Iterable<Buffer> }]
  })

const hiddenMember = (name: string, path: string, hide: Redact): TarMember => {
  const lines = readFileSync(path, 'utf8').split('\n')
  const content = Buffer.from(lines.map(hide).join('\n'))
  return { name, size: content.length, content: [content] }
}

const exchangesOf = async (
  out: string,
  results: EvidenceOrder['results'],
  most: number,
): Promise<TarMember> => {
  const content: Buffer[] = []
  let size = 0
  for await (const line of exchangeLines(results, join(out, 'events.ndjson'))) {
    size += line.length
    if (size > most) break
    content.push(line)
  }
  return { name: 'exchanges.ndjson', size, content }
}

/** The place in the gzip header that names the system it was made on: unknown, so that all make the same. */
const systemAt = 9
const unknownSystem = 255

/** Takes the name of the system out of what is packed (RFC 1952, section 2.3.1). */
async function* anywhere(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let passed = 0
  for await (const chunk of chunks) {
    const at = systemAt - passed
    if (at >= 0 && at < chunk.length) chunk[at] = unknownSystem
    passed += chunk.length
    yield chunk
  }
}

const tooMuch = (name: string, most: number): Problem => ({
  code: 'EVIDENCE_TOO_LARGE',
  message: `${name} would have more than ${most} bytes in ${evidenceName}: it was not written`,
  hint: 'the other reports are whole; ask less at a time, with --only or --shard',
})
