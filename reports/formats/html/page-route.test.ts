import { expect, test } from 'vitest'

import { checkHash, everything, filterHash, routeOf } from './page/route.ts'

test.each([
  ['contract/aws/CreatePolicy/Name/too-long', undefined],
  ['law/a b/100%/«é»@x?#&', 'my target@home'],
])('an address leads back to the check %s of %s', (id, target) => {
  const route = { to: 'check', id, ...(target !== undefined && { target }) }
  expect(routeOf(checkHash(id, target))).toEqual(route)
})

test('an address leads back to what was looked for', () => {
  const filter = { words: 'a & b/c #1', outcome: 'failed', axis: 'refusal', where: 'Tag' } as const
  expect(routeOf(filterHash(filter))).toEqual({ to: 'filter', filter })
  expect(routeOf(filterHash(filter, 'one'))).toEqual({ to: 'filter', filter, target: 'one' })
  expect(filterHash(everything)).toBe('#?')
})

test('what is no check and nothing to look for is a part of the page', () => {
  for (const hash of ['', '#', '#coverage']) expect(routeOf(hash)).toEqual({ to: 'section' })
})

test('an address that nobody wrote breaks nothing', () => {
  expect(routeOf('#a/%E0%A4%A')).toEqual({ to: 'check', id: 'a/%E0%A4%A' })
})
