import { citationKey, type Citation } from '../../specs/contract/citation.ts'
import type { CheckResult, Results } from './results.ts'

/** The name of this shape of results.json; its JSON Schema is specs/schemas/results.schema.json. */
export const resultsSchema = 'orgproof/results/2'

/** A check as the file has it: it cites by places in the table of citations, which count from 0. */
export interface CheckRecord extends Omit<CheckResult, 'citations'> {
  readonly citations: readonly number[]
}

/** results.json: what a run found, with every citation written once. */
export interface ResultsFile extends Omit<Results, 'checks'> {
  readonly schema: typeof resultsSchema
  readonly citations: readonly Citation[]
  readonly checks: readonly CheckRecord[]
}

/** Results as they are written: citations come in the order in which the checks first name them. */
export function resultsFile({ suite, run, targets, checks, exchanges }: Results): ResultsFile {
  const places = new Map<string, number>()
  const citations: Citation[] = []
  const placeOf = (citation: Citation): number => {
    const key = citationKey(citation)
    const known = places.get(key)
    if (known !== undefined) {
      // of two that point to the same place one may say more: the hash of the file that it is read in
      if ('sha256' in citation) citations[known] = citation
      return known
    }
    places.set(key, citations.length)
    return citations.push(citation) - 1
  }
  const records = checks.map((check) => ({ ...check, citations: check.citations.map(placeOf) }))
  return { schema: resultsSchema, suite, run, targets, citations, checks: records, exchanges }
}

/** The text of results.json. */
export function resultsText(results: Results): string {
  return `${JSON.stringify(resultsFile(results))}\n`
}

/** The results that a file holds; a place that its table does not have cites nothing. */
export function resultsOf({ citations, schema: _schema, ...file }: ResultsFile): Results {
  const checks = file.checks.map((check) => ({
    ...check,
    citations: check.citations.flatMap((place) => citations[place] ?? []),
  }))
  return { ...file, checks }
}

/** What a file says against itself before it is read as results, a sentence each. */
export function fileContradictions({ citations, checks }: ResultsFile): readonly string[] {
  const stray = checks.some((check) => check.citations.some((place) => place >= citations.length))
  return stray ? ['a check cites a place that the table of citations does not have'] : []
}
