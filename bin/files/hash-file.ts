import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

import { systemWords } from '../shell/system-words.ts'
import type { FileRead } from './file-kind.ts'

/** GiB that are hashed at most: the evidence of a run of all vendors has a thousandth. */
const mostGibibytes = 2

/** The sha256 of a regular file, of 2 GiB at most unless said, which is read piece by piece; or why it can not be read. */
export async function hashFile(
  path: string,
  most: number = mostGibibytes,
): Promise<FileRead<string>> {
  if (path === '') return unreadable('the name of a file is empty')
  try {
    // a pipe that nobody writes to would keep an ordinary open waiting for ever
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return unreadable(`${path} is no regular file`)
      if (stat.size > most * 1024 ** 3) return tooLarge(path, most)
      const hash = createHash('sha256')
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        hash.update(chunk as Buffer)
      }
      return { content: hash.digest('hex') }
    } finally {
      await file.close()
    }
  } catch (error) {
    return unreadable(`${path} ${systemWords(error)}`)
  }
}

const unreadable = (message: string): FileRead<never> => ({
  problems: [{ code: 'FILE_UNREADABLE', message }],
})

const tooLarge = (path: string, most: number): FileRead<never> => ({
  problems: [
    { code: 'FILE_TOO_LARGE', message: `${path} is too large: at most ${most} GiB are read` },
  ],
})
