import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { paddingOf, readTarHeader, tarBlock } from './tar.ts'

/**
 * The sha256 of the results in an archive; undefined where the file is no archive with results in it. Rejects with the
 * system's error when the file can not be read.
 */
export async function resultsIn(path: string): Promise<string | undefined> {
  const file = createReadStream(path)
  // what goes wrong with the file ends the other, too
  const reader = readerOf(pipeline(file, createGunzip(), () => {}))
  try {
    return await hashOf('results.json', reader)
  } catch (error) {
    if (isOfFile(error)) throw error
    return undefined
  } finally {
    file.destroy()
  }
}

const isOfFile = (error: unknown): boolean => error instanceof Error && 'syscall' in error

const hashOf = async (wanted: string, read: Reader): Promise<string | undefined> => {
  for (;;) {
    const blocks: Buffer[] = []
    await read(tarBlock, (chunk) => void blocks.push(chunk))
    const header = readTarHeader(Buffer.concat(blocks))
    if (header === undefined || !Number.isSafeInteger(header.size)) return undefined
    const hash = createHash('sha256')
    await read(header.size, (chunk) => void hash.update(chunk))
    if (header.name === wanted) return hash.digest('hex')
    await read(paddingOf(header.size), () => {})
  }
}

/** Hands on the next so many bytes, in pieces; throws where there are not as many. */
type Reader = (bytes: number, heard: (chunk: Buffer) => void) => Promise<void>

const readerOf = (stream: AsyncIterable<unknown>): Reader => {
  const chunks = stream[Symbol.asyncIterator]()
  let rest = Buffer.alloc(0)
  return async (bytes, heard) => {
    let missing = bytes
    while (missing > 0) {
      if (rest.length === 0) rest = await next(chunks)
      heard(rest.subarray(0, missing))
      const taken = Math.min(missing, rest.length)
      rest = rest.subarray(taken)
      missing -= taken
    }
  }
}

const next = async (chunks: AsyncIterator<unknown>): Promise<Buffer<ArrayBuffer>> => {
  const { done, value } = await chunks.next()
  if (done === true) throw new Error('the archive ends before its files do')
  return value as Buffer<ArrayBuffer>
}
