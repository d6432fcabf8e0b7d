import type { Problem } from '../../harness/problem.ts'
import schema from '../../specs/schemas/target.schema.json' with { type: 'json' }
import { knownFeatures } from '../../specs/vendors/known-features.ts'
import { limitNames } from '../../specs/vocabulary/limit-name.ts'
import type { Parsed } from '../files/parsed.ts'
import { schemaProblems } from '../files/schema-problems.ts'
import { isReference } from './secrets.ts'

/**
 * Where a target does not fit target.schema.json, all places at once. What stands for a variable is not held against
 * patterns before its value is known. `path` names the file.
 */
export function targetProblems(parsed: Parsed, path: string): readonly Problem[] {
  return schemaProblems(parsed, {
    schema,
    path,
    prefix: 'TARGET',
    names: [...limitNames, ...knownFeatures.keys()],
    excused: ({ keyword, data }) => keyword === 'pattern' && isReference(data),
  })
}
