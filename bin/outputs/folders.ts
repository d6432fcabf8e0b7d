import { rmdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The folders that would have to be made for one to be there, itself first and those above it after it. */
export async function missingFolders(path: string): Promise<readonly string[]> {
  const stands = await stat(path).then(
    () => true,
    () => false,
  )
  const parent = dirname(path)
  return stands || path === parent ? [] : [path, ...(await missingFolders(parent))]
}

/** Takes folders away again, one after the other, up to the first that is not there or holds something. */
export async function removeEmpty(paths: readonly string[]): Promise<void> {
  try {
    for (const path of paths) await rmdir(path)
  } catch {
    // whoever put something there meanwhile keeps it
  }
}
