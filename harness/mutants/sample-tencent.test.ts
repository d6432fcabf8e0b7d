import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of tencent are noticed', () => expectNoticed('tencent', { sample: 30, least: 70 }))
