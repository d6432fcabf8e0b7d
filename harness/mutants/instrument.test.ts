import { Script } from 'node:vm'

import { expect, test } from 'vitest'

import { asking, instrument } from './instrument.ts'
import { openSwitchboard } from './switchboard.ts'

/** The value of the last statement of a source, with one of its points on. */
const valueOf = (text: string, on = -1): unknown => {
  const { code } = instrument('some/file.js', text, 0)
  const board = openSwitchboard()
  board.turn(on)
  const script = new Script(`((${asking.isOn}, ${asking.goesOn}) => {${code}\nreturn value})`)
  const run = script.runInThisContext() as (...given: readonly unknown[]) => unknown
  return run(board.isOn, board.goesOn)
}

const pointsIn = (text: string) => instrument('some/file.js', text, 0).points

const numberOf = (text: string, operator: string, mutated: string): number =>
  pointsIn(text).findIndex((one) => one.operator === operator && one.mutated === mutated)

const sorted = `
const all = [3, 1, 2]
const first = (list) => list.filter((one) => one > 1).toSorted((a, b) => a - b)[0]
let value = 0
if (all.length > 2) value = { first: first(all), name: 'a' === 'b' ? 'x' : 'y' }
`

test('with nothing switched on a code does what it did', () => {
  expect(valueOf(sorted)).toEqual({ first: 2, name: 'y' })
})

test.each([
  ['left-out step', 'list.filter((one) => one > 1)', { first: 3, name: 'y' }],
  ['other sign', 'one >= 1', { first: 1, name: 'y' }],
  ['other sign', "'a' !== 'b'", { first: 2, name: 'x' }],
  ['left-out member', "{name: 'a' === 'b' ? 'x' : 'y'}", { name: 'y' }],
  ['forgotten guard', 'false', 0],
])('%s %s can be switched on alone', (operator, mutated, value) => {
  expect(valueOf(sorted, numberOf(sorted, operator, mutated))).toEqual(value)
})

test('a loop that a mutant keeps from ending is ended', () => {
  const loop = 'let value = 0\nwhile (value < 3) value += 1'
  expect(valueOf(loop)).toBe(3)
  expect(() => valueOf(loop, numberOf(loop, 'off by one', '(0)'))).toThrow('does not end')
})

test('sentences are left alone', () => {
  const words = "const value = [`there is no ${unit}`, 'a sentence', 'word'].length"
  expect(pointsIn(words).map(({ original }) => original)).not.toContain("'a sentence'")
})

test('a statement that begins with a choice is no part of the one before', () => {
  expect(valueOf('let value = 1\nconst set = (to) => (value = to)\nset(2)')).toBe(2)
})

test('no link of a chain is replaced alone', () => {
  expect(valueOf('const a = undefined\nconst value = a?.b.c.d ?? 1')).toBe(1)
})

/** The ids of the points of the function f. */
const idsOf = (file: string, text: string): readonly string[] =>
  instrument(file, text, 0)
    .points.map((point) => point.id)
    .filter((point) => point.includes(' f: '))

test('ids stay the same where types, spaces and other declarations come and go', () => {
  const typed = 'const f = (a: number): boolean => (a as number) > 1'
  const plain = 'const g = 1;\nconst f = (a) => a   > 1;'
  expect(idsOf('some/file.ts', typed)).toEqual(idsOf('some/file.js', plain))
  expect(idsOf('some/file.ts', typed).length).toBeGreaterThan(0)
})
