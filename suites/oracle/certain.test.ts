import { expect, test } from 'vitest'

import type { JsonObject } from '../../specs/contract/json.ts'
import { certainOf } from './certain.ts'

test.each<[string, [JsonObject, JsonObject], [JsonObject, readonly string[]]]>([
  [
    'what is the same',
    [
      { A: 1, B: { C: 'x' } },
      { A: 1, B: { C: 'x' } },
    ],
    [{ A: 1, B: { C: 'x' } }, []],
  ],
  [
    'what differs is left out',
    [
      { A: 1, B: 'x' },
      { A: 2, B: 'x' },
    ],
    [{ B: 'x' }, []],
  ],
  [
    'what only one says',
    [
      { A: 1, B: 'x' },
      { B: 'x', C: 1 },
    ],
    [{ B: 'x' }, []],
  ],
  ['another kind of value', [{ A: [] }, { A: {} }], [{}, []]],
  ['the same entries', [{ L: [{ Id: 'a' }] }, { L: [{ Id: 'a' }] }], [{ L: [{ Id: 'a' }] }, []]],
  [
    'an entry that differs in a member',
    [{ L: [{ Id: 'a', N: 1, M: 1 }] }, { L: [{ Id: 'a', N: 1, M: 2 }] }],
    [{ L: [{ Id: 'a', N: 1 }] }, []],
  ],
  [
    'an entry more',
    [{ L: [{ Id: 'a' }] }, { L: [{ Id: 'b' }, { Id: 'a' }] }],
    [{ L: [{ Id: 'a' }] }, ['L']],
  ],
  ['an entry less', [{ L: [{ Id: 'a' }] }, { L: [] }], [{ L: [] }, ['L']]],
  [
    'a list in a list',
    [{ L: [{ Id: 'a', K: ['x'] }] }, { L: [{ Id: 'a', K: ['x', 'y'] }] }],
    [{ L: [{ Id: 'a', K: ['x'] }] }, ['L.K']],
  ],
])('%s', (_, [one, other], [value, open]) => {
  const certain = certainOf(one, other)
  expect(certain.value).toEqual(value)
  expect([...certain.openLists]).toEqual(open)
})
