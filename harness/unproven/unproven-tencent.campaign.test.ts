import { test } from 'vitest'

import { expectListed } from './testing/expect-listed.ts'

test('what nothing makes fail of tencent is listed', () => expectListed('tencent'))
