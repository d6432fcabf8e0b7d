import { test } from 'vitest'

import { expectListed } from './testing/expect-listed.ts'

// that of codearts takes seconds (unproven-codearts.test.ts)
test.each(['aws', 'huawei', 'tencent'] as const)(
  'what nothing makes fail of %s is listed',
  expectListed,
)
