import { delivering } from '../variant-kit/delivering.ts'
import { travels } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Closes the connection behind every answer. */
export const closedConnections: KnownVariant = {
  name: 'closed-connections',
  description: 'closes the connection behind every answer',
  evidence: {
    aws: ['RFC 9112 section 9.6'],
    huawei: ['RFC 9112 section 9.6', 'H43'],
    tencent: ['RFC 9112 section 9.6'],
    codearts: ['RFC 9112 section 9.6'],
  },
  deliver: delivering({ closing: true }),
  seen: travels(({ closing }) => closing === true),
}
