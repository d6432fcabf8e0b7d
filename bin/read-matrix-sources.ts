import { basename } from 'node:path'

import { baselineSchema } from '../reports/baseline.ts'
import { endpointsOfBaseline } from '../reports/matrix-from-baseline.ts'
import { endpointsOfResults } from '../reports/matrix-from-results.ts'
import type { EndpointSource, MatrixSources, VendorSource } from '../reports/matrix-source.ts'
import { resultsSchema } from '../reports/results.ts'
import { isObject, type Json } from '../specs/json.ts'
import { loadScenarios } from '../suites/load-scenarios.ts'
import { allCases, areQuestions } from './all-cases.ts'
import type { FileRead } from './files/file-kind.ts'
import type { Parsed } from './files/parsed.ts'
import { baselineKind } from './files/read-baseline.ts'
import { fitting, readParsed } from './files/read-file.ts'
import { resultsKind } from './files/read-results.ts'
import type { Problem } from './problem.ts'
import { ownVersion } from './version.ts'

/** What a matrix is made of: every vendor that is built in, and the endpoints of these results and baselines. */
export async function readMatrixSources(
  paths: readonly string[],
): Promise<FileRead<MatrixSources>> {
  const vendors = await allCases([])
  if (!areQuestions(vendors)) return { problems: vendors }
  const problems: Problem[] = []
  const endpoints: EndpointSource[] = []
  // one after the other: of a large file only what the matrix takes is kept
  for (const path of paths) {
    const read = await readEndpoints(path, vendors)
    if ('problems' in read) problems.push(...read.problems)
    else endpoints.push(...read.content)
  }
  if (problems.length > 0) return { problems }
  const stories = await loadScenarios()
  return { content: { suite: ownVersion(), vendors, stories, endpoints } }
}

const readEndpoints = async (
  path: string,
  vendors: readonly VendorSource[],
): Promise<FileRead<readonly EndpointSource[]>> => {
  const parsed = await readParsed(path, resultsKind)
  if ('problems' in parsed) return parsed
  const schema = schemaOf(parsed.content.value)
  if (schema === resultsSchema) {
    const results = fitting(path, parsed.content, resultsKind)
    return 'problems' in results ? results : { content: endpointsOfResults(results.content) }
  }
  if (schema === baselineSchema) return readOld({ path, parsed: parsed.content }, vendors)
  const message = `${path} is neither a results file nor a baseline`
  const hint = `its member schema is to be ${resultsSchema} or ${baselineSchema}`
  return { problems: [{ code: 'FILE_SHAPE', message, hint }] }
}

const schemaOf = (value: Json): Json | undefined => (isObject(value) ? value['schema'] : undefined)

interface Old {
  readonly path: string
  readonly parsed: Parsed
}

const readOld = (
  { path, parsed }: Old,
  vendors: readonly VendorSource[],
): FileRead<readonly EndpointSource[]> => {
  const baseline = fitting(path, parsed, baselineKind)
  if ('problems' in baseline) return baseline
  try {
    return { content: endpointsOfBaseline(basename(path, '.json'), baseline.content, vendors) }
  } catch (error) {
    const message = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return { problems: [{ code: 'NOT_COMPARABLE', message }] }
  }
}
