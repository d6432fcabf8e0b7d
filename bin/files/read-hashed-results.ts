import type { Results } from '../../reports/results/results.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import type { FileRead } from './file-kind.ts'
import { parsedText } from './read-file.ts'
import { fittingResults, resultsSyntax } from './read-results.ts'
import { readText } from './read-text.ts'

/** A file of results: its hash, and what it says where it fits its schema. */
export interface HashedFile {
  /** sha256 of its bytes */
  readonly sha256: string
  readonly read: FileRead<Results>
}

/** Reads results once, and hashes just those bytes; what is no readable file has no hash either. */
export async function readHashedResults(path: string): Promise<FileRead<HashedFile>> {
  const text = await readText(path, resultsSyntax.limit)
  if ('problem' in text) return { problems: [text.problem] }
  // what was read is UTF-8, byte order mark included: written out again it is the same bytes
  const sha256 = sha256Hex(text.text)
  const parsed = parsedText(path, text.text, resultsSyntax.parse)
  const read = 'problems' in parsed ? parsed : fittingResults(path, parsed.content)
  return { content: { sha256, read } }
}
