import { constants, type Stats } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Problem } from '../../harness/problem.ts'
import { codeOf, systemWords } from '../shell/system-words.ts'

/**
 * Makes sure, before any work, that files can be written into a folder: it is made where it is missing, and a file is
 * made there and taken away again, since permissions alone do not tell. `names` are the files that will be written:
 * what stands in their place has to be a file too.
 */
export async function prepareFolder(
  path: string,
  names: readonly string[],
): Promise<readonly Problem[]> {
  if (path === '') return [unwritable('the name of the folder for the output is empty')]
  try {
    await makeFolder(path)
    const probe = join(path, `.orgproof-${process.pid}`)
    await writable(probe)
    await rm(probe, { force: true })
  } catch (error) {
    return [unwritable(`nothing can be written into ${path}: it ${systemWords(error)}`)]
  }
  const found = await Promise.all(names.map((name) => prepareFile(join(path, name))))
  return found.flat()
}

/**
 * Makes a folder and those above it that are missing. The system's own way to do that goes round for ever where a
 * folder is missing and can not be made, as below /proc.
 */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    const parent = dirname(path)
    if (code !== 'ENOENT' || (await stat(parent).catch(absent)) !== undefined) throw error
    await makeFolder(parent)
    await mkdir(path)
  }
}

/** Makes sure that a file can be written, and changes nothing of one that stands there. */
export async function prepareFile(path: string): Promise<readonly Problem[]> {
  if (path === '') return [unwritable('the name of the file for the output is empty')]
  try {
    const standing = await stat(path).catch(absent)
    const wrong = standing === undefined ? undefined : otherThanFile(standing)
    if (wrong !== undefined) return [unwritable(`${path} is ${wrong}`)]
    await writable(path)
    if (standing === undefined) await rm(path, { force: true })
    return []
  } catch (error) {
    return [unwritable(`${path} can not be written: ${await culprit(path)} ${systemWords(error)}`)]
  }
}

/** A pipe may never be read, and a block device is somebody's disk; a terminal or /dev/null may be meant. */
const otherThanFile = (standing: Stats): string | undefined => {
  if (standing.isDirectory()) return 'a folder'
  return standing.isFile() || standing.isCharacterDevice() ? undefined : 'no regular file'
}

/** What is not there, the file or already its folder. */
const culprit = async (path: string): Promise<string> => {
  const folder = dirname(path)
  return (await stat(folder).catch(() => undefined)) === undefined ? folder : path
}

const writable = async (path: string): Promise<void> => {
  const file = await open(
    path,
    constants.O_WRONLY | constants.O_CREAT | (constants.O_NONBLOCK ?? 0),
  )
  await file.close()
}

/** Only what is not there is absent; whatever else keeps the system from looking is told. */
const absent = (error: unknown): undefined => {
  if (codeOf(error) === 'ENOENT') return undefined
  throw error
}

const unwritable = (message: string): Problem => ({ code: 'OUTPUT_UNWRITABLE', message })
