import { unlistedValueCall } from '../fault-kit/unfit-call.ts'
import { saying } from '../variant-kit/other-words.ts'
import type { KnownVariant } from '../variant.ts'

/** Says behind a point what is wrong with a value. */
export const valuesRefusedBySubCodes: KnownVariant = {
  name: 'values-refused-by-sub-codes',
  description: 'says behind a point what is wrong with a value',
  evidence: { tencent: ['T12'] },
  alter: saying((_, { code }) =>
    code === 'InvalidParameterValue' ? { code: `${code}.Malformed` } : undefined,
  ),
  seen: {
    at: async (visit) => {
      const { operation, input } = unlistedValueCall(visit.vendor)
      return await visit.send(operation, input)
    },
    quiet: 'invalid.enum',
    varied: 'another code',
  },
}
