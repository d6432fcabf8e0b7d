import type { Problem } from '../../harness/problem.ts'
import schema from '../../specs/schemas/target.schema.json' with { type: 'json' }
import { limitNames } from '../../specs/vocabulary/limit-name.ts'
import type { Parsed } from '../files/parsed.ts'
import { schemaProblems } from '../files/schema-problems.ts'
import { isReference } from './secrets.ts'

/**
 * Where a target does not fit target.schema.json, all places at once. What stands for a variable is not held against
 * patterns before its value is known. `path` names the file.
 */
export async function targetProblems(parsed: Parsed, path: string): Promise<readonly Problem[]> {
  const problemsWith = (names: readonly string[]): readonly Problem[] =>
    schemaProblems(parsed, {
      schema,
      path,
      prefix: 'TARGET',
      names,
      excused: ({ keyword, data }) => keyword === 'pattern' && isReference(data),
    })
  const problems = problemsWith(limitNames)
  if (problems.length === 0) return problems
  // which names may be told needs the features of all vendors: only a wrong target waits for them
  const { knownFeatures } = await import('../../specs/vendors/known-features.ts')
  return problemsWith([...limitNames, ...knownFeatures.keys()])
}
