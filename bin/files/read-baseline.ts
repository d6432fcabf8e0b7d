import { baselineContradictions, type Baseline } from '../../reports/results/baseline.ts'
import schema from '../../specs/schemas/baseline.schema.json' with { type: 'json' }
import type { FileKind, FileRead } from './file-kind.ts'
import { parseJson } from './parse-json.ts'
import { readFile } from './read-file.ts'

/** A baseline: some twenty times the largest that comes with the suite. */
export const baselineKind: FileKind<Baseline> = {
  limit: 8 * 1024 ** 2,
  parse: parseJson,
  schema,
  typed: (value) => value as Baseline,
  contradictions: baselineContradictions,
}

/** A baseline from its file, or what is wrong with it. */
export async function readBaseline(path: string): Promise<FileRead<Baseline>> {
  return readFile(path, baselineKind)
}
