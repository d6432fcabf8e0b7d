import { expect, test } from 'vitest'

import { jsonIn } from '../../specs/contract/json.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Answered } from './answered.ts'
import { knownAnswers } from './known-answers.ts'
import { memberWays, readAgain } from './member-ways.ts'
import { denied, deniedWithoutWords } from './output-ways.ts'

const known = knownAnswers(await loadVendor('huawei'), [])

const answered = (body: string): Answered => ({
  right: { status: 200, headers: {}, body },
  operation: 'ListOUs',
  isRefused: false,
})

const bodyOf = (spoiled: ReturnType<typeof denied.spoil>): unknown =>
  spoiled !== undefined && 'body' in spoiled ? jsonIn(spoiled.body) : undefined

test('the other words of a list come in their order, those of the shortest list first', () => {
  expect(known.otherWords('pending')).toEqual(['accepted', 'cancelled', 'declined', 'expired'])
  expect(known.otherWords('account')[0]).toBe('name')
  expect(known.otherWords('no word of any list')).toEqual([])
})

test('a member is spoiled into each other word, and no other member with it', () => {
  const one = answered('{"all":[{"status":"pending","name":"x"}]}')
  const ways = memberWays(one).filter(({ name }) => name === 'a member is another word')
  const bodies = ways.flatMap(({ spoil }) => bodyOf(spoil(one, known)) ?? [])
  expect(bodies).toEqual(
    ['accepted', 'cancelled', 'declined', 'expired'].map((status) => ({
      all: [{ status, name: 'x' }],
    })),
  )
})

test('what is told right at first can be wrong when it is read again', () => {
  const one = answered('{"name":"x"}')
  const [way] = memberWays(one).map(readAgain)
  expect(way?.spoil(one, known)).toBeUndefined()
  expect(way?.spoil(one, known, answered('{"name":"y"}'))).toBeUndefined()
  expect(bodyOf(way?.spoil(one, known, answered('{"name":"x"}')))).toEqual({ name: 'xx' })
})

test('who is refused without words is told the code alone', () => {
  const refusal = bodyOf(denied.spoil(answered('{}'), known)) as Readonly<Record<string, unknown>>
  const { error_code: code } = refusal
  expect(Object.keys(refusal)).toContain('error_msg')
  expect(bodyOf(deniedWithoutWords.spoil(answered('{}'), known))).toEqual({ error_code: code })
})
