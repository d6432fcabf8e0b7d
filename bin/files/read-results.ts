import { contradictionsOf } from '../../reports/results/results-contradictions.ts'
import {
  fileContradictions,
  resultsOf,
  resultsSchema,
  type ResultsFile,
} from '../../reports/results/results-file.ts'
import type { Results } from '../../reports/results/results.ts'
import { resultsOf1, resultsSchema1, type Results1 } from '../../reports/results/version-1.ts'
import { isObject } from '../../specs/contract/json.ts'
import schema1 from '../../specs/schemas/results-1.schema.json' with { type: 'json' }
import schema from '../../specs/schemas/results.schema.json' with { type: 'json' }
import type { FileKind, FileRead } from './file-kind.ts'
import { parseJson } from './parse-json.ts'
import type { Parsed } from './parsed.ts'
import { fitting, readParsed } from './read-file.ts'

/** How results.json is written; a run of all vendors in which every check fails stays below the limit. */
export const resultsSyntax: Pick<FileKind<unknown>, 'limit' | 'parse'> = {
  limit: 64 * 1024 ** 2,
  parse: parseJson,
}

const current: FileKind<ResultsFile> = {
  ...resultsSyntax,
  schema,
  typed: (value) => value as ResultsFile,
  contradictions: (file) => [...fileContradictions(file), ...contradictionsOf(resultsOf(file))],
}

const version1: FileKind<Results1> = {
  ...resultsSyntax,
  schema: schema1,
  typed: (value) => value as Results1,
  contradictions: (file) => contradictionsOf(resultsOf1(file)),
}

/** Results from their file, of whatever version, or what is wrong with it. */
export async function readResults(path: string): Promise<FileRead<Results>> {
  const parsed = await readParsed(path, resultsSyntax)
  return 'problems' in parsed ? parsed : fittingResults(path, parsed.content)
}

/** The results that a file says, when it fits the version that it names; what names none is held against the last. */
export function fittingResults(path: string, parsed: Parsed): FileRead<Results> {
  const { value } = parsed
  if (isObject(value) && value['schema'] === resultsSchema1) {
    const read = fitting(path, parsed, version1)
    return 'problems' in read ? read : { content: resultsOf1(read.content) }
  }
  const read = fitting(path, parsed, current)
  return 'problems' in read ? read : { content: resultsOf(read.content) }
}

/** Whether the name of a schema is one of results. */
export function isResultsSchema(name: unknown): boolean {
  return name === resultsSchema || name === resultsSchema1
}
