import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of aws are noticed by a part of the cases', () =>
  expectNoticed('aws', { sample: 45, least: 90, parts: 8 }))
