import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of codearts are noticed', () => expectNoticed('codearts', { sample: 25, least: 76 }))
