import { acceptedCall } from '../fault-kit/any-call.ts'
import { framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with headers that nobody asked for. */
export const moreHeaders: KnownVariant = {
  name: 'more-headers',
  description: 'answers with a cookie and with headers of a server in front of it',
  evidence: {
    aws: ['RFC 9110 section 5.1'],
    huawei: ['H15'],
    tencent: ['RFC 9110 section 5.1'],
    codearts: ['RFC 9110 section 5.1'],
  },
  alter: framing((answer) => ({
    ...answer,
    headers: {
      ...answer.headers,
      server: 'CloudWAF',
      'set-cookie': 'HWWAFSESID=orgproof; path=/',
      via: '1.1 gateway',
      'x-frame-options': 'SAMEORIGIN',
    },
  })),
  seen: {
    at: async (visit) => (await acceptedCall(visit)).answer.headers['server'],
    quiet: undefined,
    varied: 'CloudWAF',
  },
}
