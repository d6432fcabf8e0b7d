import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of huawei are noticed by a part of the cases', () =>
  expectNoticed('huawei', { sample: 40, least: 92, parts: 8 }))
