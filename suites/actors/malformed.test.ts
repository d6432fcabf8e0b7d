import { describe, expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { isMalformed } from './malformed.ts'

const refused = (operation: string, code: string, reason?: string) => ({
  operation,
  reply: {
    kind: 'refusal' as const,
    status: 400,
    code,
    ...(reason !== undefined && { reason }),
    notes: [],
  },
})

describe('a request that is refused the second time, and may have been done the first', async () => {
  const vendor = await loadVendor('aws')
  test.each([
    ['InvalidInputException', 'INVALID_PATTERN', true],
    ['InvalidInputException', 'INPUT_REQUIRED', true],
    ['DuplicateOrganizationalUnitException', undefined, false],
    ['ConcurrentModificationException', undefined, false],
    ['AccessDeniedException', undefined, false],
  ])('%s %s: was no request the first time either: %s', (code, reason, so) => {
    expect(isMalformed(vendor, refused('CreateOrganizationalUnit', code, reason))).toBe(so)
  })

  test('a code that a vendor also has for what was done already tells nothing', async () => {
    const tencent = await loadVendor('tencent')
    const code = tencent.refusals.refusals.accountNotInUnit?.answers[0].code ?? ''
    expect(isMalformed(tencent, refused('DeleteOrganizationMemberFromNode', code))).toBe(false)
  })
})
