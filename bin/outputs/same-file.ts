import { stat } from 'node:fs/promises'

import type { Problem } from '../../harness/problem.ts'
import { prepareFile } from './prepare.ts'

/** Makes sure that a file can be written, and is none of those that it is made of, whatever links lead there. */
export async function prepareFileBeside(
  path: string,
  inputs: readonly string[],
): Promise<readonly Problem[]> {
  const same = await Promise.all(inputs.map((input) => isSameFile(input, path)))
  return same.includes(true) ? [overwrites(path)] : prepareFile(path)
}

const overwrites = (file: string): Problem => ({
  code: 'OUTPUT_UNWRITABLE',
  message: `${file} is what it is to be made of, and would be written over`,
})

/** Whether two names are of one file. */
const isSameFile = async (one: string, other: string): Promise<boolean> => {
  try {
    const [first, second] = [await stat(one), await stat(other)]
    return first.dev === second.dev && first.ino === second.ino
  } catch {
    // what is not there is not the same; whatever else is wrong with it is told where it is read or made ready
    return false
  }
}
