import { expect, test } from 'vitest'

import { turns } from './turns.ts'

const soon = (): Promise<void> => new Promise((go) => setImmediate(go))

function door(): { readonly opened: Promise<void>; readonly open: () => void } {
  let go: (() => void) | undefined
  const opened = new Promise<void>((open) => {
    go = open
  })
  return { opened, open: () => go?.() }
}

test('no more go on at once than may', async () => {
  const turn = turns(2)
  let [busy, most] = [0, 0]
  const work = async (): Promise<void> => {
    busy += 1
    most = Math.max(most, busy)
    await soon()
    busy -= 1
  }
  await Promise.all(Array.from({ length: 7 }, () => turn(work)))
  expect(most).toBe(2)
})

test('whoever only waits lets others go on, and comes back before anybody begins', async () => {
  const turn = turns(1)
  const [waited, second] = [door(), door()]
  const said: string[] = []
  const first = turn(async (rest) => {
    said.push('first waits')
    await rest(() => waited.opened)
    said.push('first is back')
  })
  const others = ['second', 'third'].map((name) =>
    turn(async () => {
      said.push(name)
      await second.opened
    }),
  )
  await soon()
  expect(said).toEqual(['first waits', 'second'])
  waited.open()
  await soon()
  // it is the turn of the second one still
  expect(said).toEqual(['first waits', 'second'])
  second.open()
  await Promise.all([first, ...others])
  expect(said).toEqual(['first waits', 'second', 'first is back', 'third'])
})

test('parts of one piece of work share its turn, and what it throws gives the turn back', async () => {
  const turn = turns(1)
  const failing = turn(async (rest) => {
    await Promise.all([rest(soon), rest(soon), rest(soon)])
    await rest(() => Promise.reject(new Error('broken')))
  })
  await expect(failing).rejects.toThrow('broken')
  let [busy, most] = [0, 0]
  await Promise.all(
    [1, 2, 3].map(() =>
      turn(async () => {
        busy += 1
        most = Math.max(most, busy)
        await soon()
        busy -= 1
      }),
    ),
  )
  expect(most).toBe(1)
})
