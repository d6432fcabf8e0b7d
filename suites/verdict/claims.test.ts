import { expect, test } from 'vitest'

import type { Requirement } from '../../specs/vendor/requirement.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { claimFinder } from './claims.ts'
import { globMatcher } from './glob.ts'

const rule = (id: string, ...checks: readonly string[]): Requirement => ({
  id,
  checks,
  rule: id,
  citations: [],
  level: 'must',
})

test.each([
  ['contract/aws/CreatePolicy/Name/type', ['B', 'A', 'C']],
  ['contract/aws/CreatePolicy', ['A', 'E']],
  ['scenario/unit-rename/renamed', ['D', 'A']],
  ['scenario/unit-rename/renamed/code', ['A']],
])('%s is claimed by %j, in the order of the register', (check, ids) => {
  const claims = claimFinder([
    rule('B', 'contract/aws/CreatePolicy/*', 'contract/aws/*/Name/type'),
    rule('D', 'scenario/unit-rename/renamed'),
    rule('A', '*'),
    rule('E', 'contract/aws/CreateP*icy'),
    rule('C', 'contract/aws/Create*/Name/*'),
  ])
  expect(claims(check).map(({ id }) => id)).toEqual(ids)
})

test('a register claims what its globs match, each tried', async () => {
  const { requirements } = await loadVendor('aws')
  const claims = claimFinder(requirements)
  const checks = requirements.flatMap(({ checks: globs = [] }) =>
    globs.flatMap((glob) => [glob.replaceAll('*', 'x'), glob.replaceAll('*', 'x/y')]),
  )
  for (const check of checks) {
    const each = requirements.filter(({ checks: globs = [] }) =>
      globs.some((glob) => globMatcher(glob)(check)),
    )
    expect(claims(check), check).toEqual(each)
  }
})
