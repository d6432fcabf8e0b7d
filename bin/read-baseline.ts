import type { Baseline } from '../reports/baseline.ts'
import schema from '../specs/schemas/baseline.schema.json' with { type: 'json' }
import type { Problem } from './problem.ts'
import { readJsonFile } from './read-json-file.ts'

/** A baseline from its file, or what is wrong with it. */
export async function readBaseline(
  path: string,
): Promise<{ readonly content: Baseline } | { readonly problems: readonly Problem[] }> {
  return readJsonFile(path, { schema, typed: (value) => value as Baseline })
}
