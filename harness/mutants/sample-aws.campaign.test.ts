import { test } from 'vitest'

import { expectNoticed } from './testing/sample.ts'

test('mutants of aws are noticed', () => expectNoticed('aws', { sample: 60, least: 70 }))
