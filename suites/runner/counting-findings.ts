import type { Transcript } from '../client/transcript.ts'

/** Keeps exchanges that show a finding, and counts them. */
export interface CountingFindings extends Pick<Transcript, 'keep'> {
  readonly count: () => number
}

/** Whoever watches a run keeps an exchange for each finding. */
export function countingFindings(transcript: Pick<Transcript, 'keep'>): CountingFindings {
  let findings = 0
  return {
    keep: (id) => {
      findings += 1
      transcript.keep(id)
    },
    count: () => findings,
  }
}
