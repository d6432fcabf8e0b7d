import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of codearts are noticed', () => expectNoticed('codearts', { sample: 15, least: 30 }))
