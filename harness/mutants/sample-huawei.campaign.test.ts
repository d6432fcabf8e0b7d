import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of huawei are noticed', () => expectNoticed('huawei', { sample: 45, least: 80 }))
