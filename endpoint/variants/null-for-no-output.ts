import { muteBodies } from '../variant-kit/mute-bodies.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers operations without output with null. */
export const nullForNoOutput: KnownVariant = {
  name: 'null-for-no-output',
  description: 'answers operations without output with null',
  evidence: {
    aws: [
      '@aws-sdk/client-organizations@3.670.0 de_DeleteOrganizationCommand, the body is not read',
    ],
  },
  ...muteBodies('null'),
}
