import { isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

import type { Problem } from '../../harness/problem.ts'
import { codeOf, systemWords } from '../shell/system-words.ts'

/** The text of a file, or why there is none. */
export type TextRead =
  | { readonly text: string }
  | {
      readonly problem: Problem
      /** there is nothing of that name */
      readonly missing: boolean
    }

/**
 * Reads a file that somebody named: a regular one, in UTF-8, of at most `limit` bytes. Anything else is told at once
 * and never waited for, a pipe or a device least of all. What is told never quotes the file.
 */
export async function readText(path: string, limit: number): Promise<TextRead> {
  if (path === '') return unreadable('the name of a file is empty')
  try {
    // a pipe that nobody writes to would keep an ordinary open waiting for ever
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readOpen(file, path, limit)
    } finally {
      await file.close()
    }
  } catch (error) {
    return unreadable(`${path} ${systemWords(error)}`, codeOf(error) === 'ENOENT')
  }
}

const readOpen = async (file: FileHandle, path: string, limit: number): Promise<TextRead> => {
  const stat = await file.stat()
  if (!stat.isFile()) {
    const what = stat.isDirectory() ? 'a folder' : 'no regular file'
    return unreadable(`${path} is ${what}`)
  }
  const bytes = await readAtMost(file, { limit, expected: stat.size })
  if (bytes === undefined) {
    const size = stat.size > limit ? `, and has ${sizeText(stat.size)}` : ''
    const message = `${path} is too large: at most ${sizeText(limit)} are read${size}`
    return { problem: { code: 'FILE_TOO_LARGE', message }, missing: false }
  }
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  const message = `${path}:${lineOfBroken(bytes)} is not UTF-8`
  return { problem: { code: 'FILE_NOT_UTF8', message }, missing: false }
}

interface Bounds {
  readonly limit: number
  /** what the system says it has: nothing for files that are made up while they are read */
  readonly expected: number
}

/** All bytes of an open file, or undefined when there are more than the limit, however it grows meanwhile. */
const readAtMost = async (
  file: FileHandle,
  { limit, expected }: Bounds,
): Promise<Buffer | undefined> => {
  if (expected > limit) return undefined
  const chunks: Buffer[] = []
  let size = 0
  while (size <= limit) {
    const chunk = Buffer.allocUnsafe(Math.max(expected - size, 65_536))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, null)
    if (bytesRead === 0) return joined(chunks)
    chunks.push(chunk.subarray(0, bytesRead))
    size += bytesRead
  }
  return undefined
}

/** A file mostly comes in one piece, which is not copied: it may be large. */
const joined = ([first = Buffer.alloc(0), ...others]: readonly Buffer[]): Buffer =>
  others.length === 0 ? first : Buffer.concat([first, ...others])

const unreadable = (message: string, missing = false): TextRead => ({
  problem: { code: 'FILE_UNREADABLE', message },
  missing,
})

/** The first line that is broken: up to its end the bytes are UTF-8 no more. */
const lineOfBroken = (bytes: Buffer): number => {
  let [line, begin] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(0x0a, begin)
    if (end < 0 || !isUtf8(bytes.subarray(begin, end))) return line
    line += 1
    begin = end + 1
  }
}

const sizeText = (bytes: number): string => {
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KiB'] : [bytes / 1024 ** 2, 'MiB']
  return `${Number(size.toFixed(1))} ${unit}`
}
