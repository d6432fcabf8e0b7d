import { test } from 'vitest'

import { expectListed } from './testing/expect-listed.ts'

/** In milliseconds: each takes up to a quarter of an hour of a core, and more where others are busy. */
const anHour = 3_600_000

// that of codearts takes seconds (unproven-codearts.test.ts)
test.each(['aws', 'huawei', 'tencent'] as const)(
  'what nothing makes fail of %s is listed',
  expectListed,
  anHour,
)
