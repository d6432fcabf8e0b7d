import { basename } from 'node:path'

import { baselineSchema } from '../reports/baseline.ts'
import { endpointsOfBaseline } from '../reports/matrix-from-baseline.ts'
import { endpointsOfResults } from '../reports/matrix-from-results.ts'
import type { EndpointSource, MatrixSources, VendorSource } from '../reports/matrix-source.ts'
import { resultsSchema, type Results } from '../reports/results.ts'
import schema from '../specs/schemas/results.schema.json' with { type: 'json' }
import { loadScenarios } from '../suites/load-scenarios.ts'
import { allCases, areQuestions } from './all-cases.ts'
import type { Problem } from './problem.ts'
import { readBaseline } from './read-baseline.ts'
import { readJsonFile } from './read-json-file.ts'
import { ownVersion } from './version.ts'

type Read<T> = { readonly content: T } | { readonly problems: readonly Problem[] }

/** What a matrix is made of: every vendor that is built in, and the endpoints of these results and baselines. */
export async function readMatrixSources(paths: readonly string[]): Promise<Read<MatrixSources>> {
  const vendors = await allCases([])
  if (!areQuestions(vendors)) return { problems: vendors }
  const read = await Promise.all(paths.map((path) => readEndpoints(path, vendors)))
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []))
  if (problems.length > 0) return { problems }
  const endpoints = read.flatMap((one) => ('content' in one ? one.content : []))
  const stories = await loadScenarios()
  return { content: { suite: ownVersion(), vendors, stories, endpoints } }
}

const readEndpoints = async (
  path: string,
  vendors: readonly VendorSource[],
): Promise<Read<readonly EndpointSource[]>> => {
  const kind = await readJsonFile(path, { schema: named, typed: (value) => value as Named })
  if ('problems' in kind) return kind
  if (kind.content.schema === resultsSchema) {
    const results = await readJsonFile(path, { schema, typed: (value) => value as Results })
    return 'problems' in results ? results : { content: endpointsOfResults(results.content) }
  }
  const baseline = await readBaseline(path)
  if ('problems' in baseline) return baseline
  try {
    return { content: endpointsOfBaseline(basename(path, '.json'), baseline.content, vendors) }
  } catch (error) {
    const message = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return { problems: [{ code: 'NOT_COMPARABLE', message }] }
  }
}

interface Named {
  readonly schema: typeof resultsSchema | typeof baselineSchema
}

/** Both kinds of files say what they are. */
const named = {
  type: 'object',
  required: ['schema'],
  properties: { schema: { enum: [resultsSchema, baselineSchema] } },
}
