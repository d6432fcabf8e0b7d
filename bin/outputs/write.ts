import { writeFile } from 'node:fs/promises'

import { exitCodes } from '../../harness/problem.ts'
import { fail } from '../shell/fail.ts'
import type { Shell } from '../shell/shell.ts'
import { isDiskFull, systemWords } from '../shell/system-words.ts'

/**
 * Writes a file that was asked for. What keeps it from being written is told, and whether it all came to be is
 * returned: a disk that fills in the middle is nobody's slip, anything else is the caller's to mend.
 */
export async function writeOutput(shell: Shell, path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text)
    return true
  } catch (error) {
    const full = isDiskFull(error)
    const message = `${path} was not written: ${systemWords(error)}`
    const problem = { code: full ? 'DISK_FULL' : 'OUTPUT_UNWRITABLE', message }
    fail(shell, full ? exitCodes.harness : exitCodes.usage, [problem])
    return false
  }
}
