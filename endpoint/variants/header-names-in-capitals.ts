import { delivering } from '../variant-kit/delivering.ts'
import { travels } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes the names of headers in capitals. */
export const headerNamesInCapitals: KnownVariant = {
  name: 'header-names-in-capitals',
  description: 'writes the names of headers in capitals',
  evidence: {
    aws: ['RFC 9110 section 5.1', 'O109'],
    huawei: ['RFC 9110 section 5.1'],
    tencent: ['RFC 9110 section 5.1'],
    codearts: ['RFC 9110 section 5.1'],
  },
  deliver: delivering({ headerCase: 'upper' }),
  seen: travels(({ headerCase }) => headerCase === 'upper'),
}
