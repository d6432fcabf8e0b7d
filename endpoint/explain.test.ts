import { expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { RefusalName } from '../specs/vocabulary/refusal-name.ts'
import { explainer } from './explain.ts'

const vendor = await loadVendor('aws')
const explain = explainer(vendor)

const operation = 'InviteAccountToOrganization'

test.each<[refusal: RefusalName, pointer: string, comes: string]>([
  ['invalid.required', '/Target', 'InvalidInputException INVALID_PATTERN'],
  ['invalid.enum', '/Target/Type', 'InvalidInputException INVALID_PARTY_TYPE_TARGET'],
  ['invalid.type', '/Target', 'SerializationException undefined'],
  ['invalid.type', '/Target/Type', 'SerializationException undefined'],
  ['invalid.type', '/Notes', 'SerializationException undefined'],
])('%s at %s of an invitation: %s', (refusal, pointer, comes) => {
  const answer = explain({ refusal, operation, pointer, detail: '' })
  expect(`${answer?.code} ${answer?.reason}`).toBe(comes)
})

test('a sub-code stands only in errors that have a member for it', () => {
  for (const code of Object.keys(vendor.refusals.reasons))
    expect(vendor.contract.openapi).toHaveProperty([
      'components',
      'schemas',
      code,
      'properties',
      'Reason',
    ])
})
