import type { RunVerdict } from '../../suites/verdict/verdict.ts'

/** The colour of each verdict: white text on it, or it on white, has a contrast of more than 4.5 to 1. */
export const verdictColours: Readonly<Record<RunVerdict, string>> = {
  conformant: '#1b6e2d',
  nonconformant: '#b3261e',
  incomplete: '#7a5600',
}
