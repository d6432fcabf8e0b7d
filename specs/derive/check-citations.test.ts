import { expect, test } from 'vitest'

import { checkCitations, compareCitations } from './check-citations.ts'
import { cite } from './citation.ts'

const page = ['top', 'first rule', 'same', 'second rule', 'same', 'third rule', 'end']
const fact = (from: number, to = from) => cite(page, { from, to })
const file = { rules: [{ citation: fact(2) }, { citation: fact(4) }, { citation: fact(6) }] }
const states = (lines: readonly string[]): readonly unknown[] =>
  checkCitations(file, lines.join('\n')).map(({ state, now }) => [state, now])

test('in the text it was made from, every citation is unchanged', () => {
  expect(states(page)).toEqual([
    ['unchanged', [2, 2]],
    ['unchanged', [4, 4]],
    ['unchanged', [6, 6]],
  ])
})

test('a text that stands elsewhere has moved, with its new lines', () => {
  expect(states(['new', ...page])).toEqual([
    ['moved', [3, 3]],
    ['moved', [5, 5]],
    ['moved', [7, 7]],
  ])
})

test('a text that stands nowhere is reworded where something stands in its place', () => {
  expect(states(page.with(3, 'another rule'))).toEqual([
    ['unchanged', [2, 2]],
    ['reworded', [3, 5]],
    ['unchanged', [6, 6]],
  ])
})

test('a text whose place is closed is gone', () => {
  expect(states(['first rule', 'third rule'])).toEqual([
    ['moved', [1, 1]],
    ['gone', undefined],
    ['moved', [2, 2]],
  ])
})

test('of equal texts the one that moved along with its neighbours is taken', () => {
  const pair = { near: fact(4), twin: fact(5), other: fact(3) }
  const moved = ['x', 'y', ...page]
  expect(checkCitations(pair, moved.join('\n')).map(({ now }) => now)).toEqual([
    [6, 6],
    [7, 7],
    [5, 5],
  ])
})

test('lists of places are read with their hashes', () => {
  const entry = {
    lines: [fact(2).lines, fact(4, 5).lines],
    sha256: [fact(2).sha256, fact(4, 5).sha256],
  }
  expect(checkCitations({ entries: [entry] }, page.join('\n'))).toMatchObject([
    { pointer: '/entries/0/lines/0', state: 'unchanged' },
    { pointer: '/entries/0/lines/1', state: 'unchanged' },
  ])
  expect(() => checkCitations({ ...entry, sha256: [] }, '')).toThrow('2 places but 0 hashes')
})

test('a citation belongs to the nearest document that is named around it', () => {
  const mixed = { document: 'page.txt', own: fact(2), other: { document: 'else.txt', ...fact(4) } }
  const pointers = (document: string): readonly string[] =>
    checkCitations(mixed, page.join('\n'), document).map(({ pointer }) => pointer)
  expect(pointers('page.txt')).toEqual(['/own'])
  expect(pointers('else.txt')).toEqual(['/other'])
  expect(pointers('third.txt')).toEqual([])
})

test('a derived file is compared fact by fact', () => {
  const committed = { a: fact(2), b: fact(3), c: fact(4), d: fact(6) }
  const fresh = { a: fact(2), b: { ...fact(3), lines: [5, 5] }, c: fact(1) }
  expect(compareCitations(committed, fresh).map(({ pointer, state }) => [pointer, state])).toEqual([
    ['/a', 'unchanged'],
    ['/b', 'moved'],
    ['/c', 'reworded'],
    ['/d', 'gone'],
  ])
})
