import { test } from 'vitest'

import { expectListed } from './testing/expect-listed.ts'

test('what nothing makes fail of codearts is listed', () => expectListed('codearts'))
