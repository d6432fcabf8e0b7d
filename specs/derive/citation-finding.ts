import type { PlacedCitation } from './collect-citations.ts'

/** What became of a citation in the text at hand. */
export type CitationState = 'unchanged' | 'moved' | 'reworded' | 'gone'

/** The state of one citation; `now` are the lines where its text, or what stands in its place, is found. */
export interface CitationFinding extends PlacedCitation {
  readonly state: CitationState
  readonly now: readonly [number, number] | undefined
}
