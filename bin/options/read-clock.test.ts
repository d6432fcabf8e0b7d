import { expect, test } from 'vitest'

import { clockProblems } from './read-clock.ts'

const any = { mode: 'any' }
const endpoint = 'http://127.0.0.1:4566'

const codesFor = (draft: Parameters<typeof clockProblems>[0]['draft']): readonly string[] =>
  clockProblems({ draft, placeOf: (pointer) => `t.yaml${pointer}` }).map(
    ({ code, message }) => `${code} ${message.split(' ')[0]}`,
  )

test('a clock is at the host of the endpoint, at whichever port', () => {
  for (const clock of [`${endpoint}/-/clock`, 'http://127.0.0.1:9/now']) {
    expect(codesFor({ endpoint, accounts: any, clock })).toEqual([])
  }
  expect(codesFor({ endpoint, accounts: any })).toEqual([])
})

test('whatever else it is, it is a problem, each at its place', () => {
  expect(codesFor({ endpoint, accounts: any, clock: 'now' })).toEqual([
    'ENDPOINT_SYNTAX t.yaml/clock:',
  ])
  expect(codesFor({ endpoint, accounts: { mode: 'fixed' }, clock: 'http://other/' })).toEqual([
    'CLOCK_SHARED t.yaml/clock',
    'CLOCK_ELSEWHERE t.yaml/clock',
  ])
})
