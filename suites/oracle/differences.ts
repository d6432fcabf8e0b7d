/** One member of an answer held against what the rules say it must be. */
export interface Difference {
  /** names joined by dots; entries of a list have no number */
  readonly member: string
  /**
   * `other`: another value. `unheard`: a word that the document does not know. `entries`: a list lacks or has entries.
   * `untold`: it is not there at all
   */
  readonly kind: 'other' | 'unheard' | 'entries' | 'untold'
  readonly expected: string
  readonly received: string
}

/** What came of comparing: which members were there to be compared, and where they differ. */
export interface Findings {
  readonly compared: Set<string>
  /** members that are not there, as there is nothing to tell of them: in an answer that tells something they count as compared */
  readonly silent: Set<string>
  readonly differences: Difference[]
  /** the ids of entries that nobody made or named here: they stood before, or are somebody else's */
  readonly foreign: Set<string>
}

/** Nothing was compared yet. */
export function noFindings(): Findings {
  return { compared: new Set(), silent: new Set(), differences: [], foreign: new Set() }
}

/** Adds what was found to what is known. */
export function addTo(all: Findings, { compared, silent, differences, foreign }: Findings): void {
  for (const member of silent) all.silent.add(member)
  for (const id of foreign) all.foreign.add(id)
  for (const member of compared) all.compared.add(member)
  all.differences.push(...differences)
}
