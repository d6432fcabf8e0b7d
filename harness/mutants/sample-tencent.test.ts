import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of tencent are noticed', () => expectNoticed('tencent', { sample: 40, least: 93 }))
