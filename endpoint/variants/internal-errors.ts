import { newRequestId } from '../../specs/vendor/new-id.ts'
import { nowAndThen } from '../variant-kit/delivering.ts'
import { seenAmong } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Fails one message in fifty by itself, in the vendor's words, before anything is done. */
export const internalErrors: KnownVariant = {
  name: 'internal-errors',
  description: 'fails one message in fifty by an error of its own',
  evidence: {
    aws: ['J7', 'O121'],
    huawei: ['H46'],
    tencent: ['C12', 'T6'],
    codearts: ['RFC 9110 section 15.6.1'],
  },
  differences: [
    {
      checks: ['model/*'],
      to: 'SETUP_FAILED',
      because: 'nobody can tell what a call did that was answered so',
    },
  ],
  deliver: nowAndThen(0.02, (_, { vendor, random }) => {
    const error = { ...vendor.referenceEndpoint.internalError, message: 'something went wrong' }
    return { answer: vendor.wire.refuse(error, newRequestId(random)) }
  }),
  seen: seenAmong(({ answer }) => answer.body.includes('something went wrong')),
}
