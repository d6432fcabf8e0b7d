import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { resultsIn } from '../../harness/evidence/read-evidence.ts'
import { evidenceName } from '../../harness/evidence/write-evidence.ts'
import type { Problem } from '../../harness/problem.ts'
import { systemWords } from '../shell/system-words.ts'
import { contentOf, type FileRead } from './file-kind.ts'
import { hashFile } from './hash-file.ts'

/** An archive with evidence: which, whether it was named or stood beside the results, and its sha256. */
export interface EvidenceRead {
  readonly path?: string
  readonly named: boolean
  readonly read?: FileRead<string>
}

/**
 * Reads the archive that is named, written as whatever it is, else the one that stands beside the results: that one has to
 * be of these results, which are told by their sha256 where it is known. Nothing is read where there is none.
 */
export async function readEvidence(
  named: string | undefined,
  results: string,
  hashed: FileRead<{ readonly sha256: string }>,
): Promise<EvidenceRead> {
  if (named !== undefined) return { path: named, named: true, read: await hashFile(named) }
  const path = join(dirname(results), evidenceName)
  if (!existsSync(path)) return { named: false }
  const problem = await strangeness(path, contentOf(hashed)?.sha256)
  const read = problem === undefined ? await hashFile(path) : { problems: [problem] }
  return { path, named: false, read }
}

const strangeness = async (
  path: string,
  results: string | undefined,
): Promise<Problem | undefined> => {
  if (results === undefined) return undefined
  try {
    return (await resultsIn(path)) === results ? undefined : ofAnother(path)
  } catch (error) {
    return { code: 'FILE_UNREADABLE', message: `${path} ${systemWords(error)}` }
  }
}

const ofAnother = (path: string): Problem => ({
  code: 'EVIDENCE_OF_ANOTHER_RUN',
  message: `${path} stands beside the results, and is not their evidence`,
  hint: 'move it away, or name it with --evidence to bind it all the same',
})
