import { basename } from 'node:path'

import { allCases, areQuestions } from '../../harness/all-cases.ts'
import { problemsOf, type Problem } from '../../harness/problem.ts'
import { ownVersion } from '../../harness/version.ts'
import { endpointsOfBaseline } from '../../reports/matrix/from-baseline.ts'
import { endpointsOfResults } from '../../reports/matrix/from-results.ts'
import type { EndpointSource, MatrixSources, VendorSource } from '../../reports/matrix/source.ts'
import { baselineSchema, type Baseline } from '../../reports/results/baseline.ts'
import { resultsSchema } from '../../reports/results/results-file.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import type { FileRead } from '../files/file-kind.ts'
import { baselineKind } from '../files/read-baseline.ts'
import { fitting, readParsed } from '../files/read-file.ts'
import { fittingResults, isResultsSchema, resultsSyntax } from '../files/read-results.ts'

/** What a matrix is made of: every vendor that is built in, and the endpoints of these results and baselines. */
export async function readMatrixSources(
  paths: readonly string[],
): Promise<FileRead<MatrixSources>> {
  const files: EndpointFile[] = []
  const problems: Problem[] = []
  // one after the other: of a large file only what the matrix takes is kept
  for (const path of paths) {
    const read = await readEndpoints(path)
    if ('content' in read) files.push(read.content)
    else problems.push(...read.problems)
  }
  if (problems.length > 0) return { problems }
  const vendors = await allCases([])
  if (!areQuestions(vendors)) return { problems: vendors }
  const found = files.map((file) => endpointsOf(file, vendors))
  const strange = found.flatMap(problemsOf)
  if (strange.length > 0) return { problems: strange }
  const endpoints = found.flatMap((one) => ('content' in one ? one.content : []))
  const stories = await loadScenarios()
  return { content: { suite: ownVersion(), vendors, stories, endpoints } }
}

/** What a file says of endpoints; a baseline says it only beside the checks of today. */
type EndpointFile =
  | { readonly endpoints: readonly EndpointSource[] }
  | { readonly path: string; readonly baseline: Baseline }

const readEndpoints = async (path: string): Promise<FileRead<EndpointFile>> => {
  const parsed = await readParsed(path, resultsSyntax)
  if ('problems' in parsed) return parsed
  const schema = schemaOf(parsed.content.value)
  if (isResultsSchema(schema)) {
    const results = fittingResults(path, parsed.content)
    if ('problems' in results) return results
    return { content: { endpoints: endpointsOfResults(results.content) } }
  }
  if (schema === baselineSchema) {
    const baseline = fitting(path, parsed.content, baselineKind)
    return 'problems' in baseline ? baseline : { content: { path, baseline: baseline.content } }
  }
  const message = `${path} is neither a results file nor a baseline`
  const hint = `its member schema is to be ${resultsSchema} or ${baselineSchema}`
  return { problems: [{ code: 'FILE_SHAPE', message, hint }] }
}

const schemaOf = (value: Json): Json | undefined => (isObject(value) ? value['schema'] : undefined)

const endpointsOf = (
  file: EndpointFile,
  vendors: readonly VendorSource[],
): FileRead<readonly EndpointSource[]> => {
  if ('endpoints' in file) return { content: file.endpoints }
  const { path, baseline } = file
  try {
    return { content: endpointsOfBaseline(basename(path, '.json'), baseline, vendors) }
  } catch (error) {
    const message = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return { problems: [{ code: 'NOT_COMPARABLE', message }] }
  }
}
