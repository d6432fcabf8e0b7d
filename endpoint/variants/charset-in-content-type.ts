import { acceptedCall } from '../fault-kit/any-call.ts'
import { framing } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Says the character set beside the type of a body. */
export const charsetInContentType: KnownVariant = {
  name: 'charset-in-content-type',
  description: 'says the character set beside the type of every body',
  evidence: {
    aws: ['RFC 9110 section 8.3.1'],
    huawei: ['RFC 9110 section 8.3.1'],
    tencent: ['W6'],
    codearts: ['RFC 9110 section 8.3.1'],
  },
  alter: framing((answer) => {
    const { 'content-type': type } = answer.headers
    return type === undefined
      ? answer
      : { ...answer, headers: { ...answer.headers, 'content-type': `${type};charset=UTF-8` } }
  }),
  seen: {
    at: async (visit) =>
      (await acceptedCall(visit)).answer.headers['content-type']?.endsWith(';charset=UTF-8'),
    quiet: false,
    varied: true,
  },
}
