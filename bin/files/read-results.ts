import { contradictionsOf } from '../../reports/results/results-contradictions.ts'
import type { Results } from '../../reports/results/results.ts'
import schema from '../../specs/schemas/results.schema.json' with { type: 'json' }
import type { FileKind, FileRead } from './file-kind.ts'
import { parseJson } from './parse-json.ts'
import { readFile } from './read-file.ts'

/** results.json; a run of all vendors in which every check fails stays below the limit. */
export const resultsKind: FileKind<Results> = {
  limit: 64 * 1024 ** 2,
  parse: parseJson,
  schema,
  typed: (value) => value as Results,
  contradictions: contradictionsOf,
}

/** Results from their file, or what is wrong with it. */
export async function readResults(path: string): Promise<FileRead<Results>> {
  return readFile(path, resultsKind)
}
