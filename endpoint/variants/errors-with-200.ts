import { refusedCall } from '../fault-kit/any-call.ts'
import { saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers errors of its own with the status 200. */
export const errorsWith200: KnownVariant = {
  name: 'errors-with-200',
  description: 'answers errors of its own with the status 200, as its whole family does',
  evidence: { codearts: ['C1'] },
  differences: [
    {
      checks: [
        'contract/*/required/missing',
        'contract/*-length/above',
        'contract/*-length/below',
        'contract/*/pattern/*',
        'contract/*/type/*',
        'contract/*/reference/unknown',
        'protocol/*/DeleteVPCEPAccessControlInformation/status',
        'protocol/*/answer/error-frame',
        'protocol/*/body/*',
        'protocol/*/content-type/*',
        'protocol/*/method/*',
        'protocol/*/signature/missing',
        'protocol/*/signature/status',
        'scenario/endpoint-access/*-is-refused',
      ],
      to: 'warn',
      because: 'the status is not the one that the document has',
    },
  ],
  alter: saying((_, { code }) => (code.startsWith('UC.') ? { status: 200 } : undefined)),
  seen: {
    at: async (visit) => (await refusedCall(visit)).answer.status,
    quiet: 404,
    varied: 200,
  },
}
