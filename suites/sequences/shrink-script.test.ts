import { expect, test } from 'vitest'

import type { Script, Step } from './script.ts'
import { shrinkScript } from './shrink-script.ts'

const script: Script = Array.from({ length: 30 }, (_, index): Step => ({
  number: index + 1,
  verb: 'createUnit',
  by: 'owner',
  args: { parent: '$unit B' },
}))

const numbersOf = (one: Script): readonly number[] => one.map(({ number }) => number)

const holding =
  (...wanted: readonly number[]) =>
  async (one: Script): Promise<boolean> =>
    wanted.every((number) => numbersOf(one).includes(number))

test('only the steps are left without which it does not show', async () => {
  const shortest = await shrinkScript(script, holding(4, 17, 30), {
    plays: 150,
    goesOn: () => true,
  })
  expect(numbersOf(shortest)).toEqual([4, 17, 30])
})

test('what need not be done in a unit is done in the root', async () => {
  const [only] = await shrinkScript(script, holding(4), { plays: 150, goesOn: () => true })
  expect(only?.args).toEqual({ parent: '$root' })
})

test('no more is played than may be', async () => {
  let plays = 0
  const shows = async (one: Script): Promise<boolean> => {
    plays += 1
    return holding(4, 17, 30)(one)
  }
  const shorter = await shrinkScript(script, shows, { plays: 7, goesOn: () => true })
  expect(plays).toBe(7)
  expect(numbersOf(shorter)).toEqual(expect.arrayContaining([4, 17, 30]))
  expect(await shrinkScript(script, shows, { plays: 7, goesOn: () => false })).toEqual(script)
})
