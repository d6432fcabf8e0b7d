import { test } from 'vitest'

import { expectListed } from './testing/expect-listed.ts'

test('what nothing makes fail of aws is listed', () => expectListed('aws'))
