import { muteBodies } from '../variant-kit/mute-bodies.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers operations without output with an empty body. */
export const nothingForNoOutput: KnownVariant = {
  name: 'nothing-for-no-output',
  description: 'answers operations without output with an empty body',
  evidence: {
    aws: ['O52', 'O161'],
  },
  ...muteBodies(''),
}
