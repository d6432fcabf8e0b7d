import { expect, test } from 'vitest'

import { openRenewal } from './renewal.ts'
import type { KeptCredentials, Principal } from './target.ts'

/** When credentials are renewed: before they expire, when they have, and not again and again where there are no others. */

const at = (number: number, expires?: number): KeptCredentials => ({
  accessKey: `key-${number}`,
  secret: `secret-${number}`,
  token: `token-${number}`,
  ...(expires !== undefined && { expires }),
})

const who = (credentials: KeptCredentials): Principal => ({ account: '1', credentials })

function open(answers: readonly (KeptCredentials | undefined)[]) {
  let [now, asked]: [number, string[]] = [1_000_000, []]
  const learnt: Principal[] = []
  const left = [...answers]
  const renewal = openRenewal({
    renew: async ({ credentials }) => {
      asked.push(credentials.accessKey)
      await Promise.resolve()
      return left.shift()
    },
    learn: (principal) => void learnt.push(principal),
    now: () => now,
  })
  return {
    ...renewal,
    learnt,
    asked: () => asked,
    wait: (milliseconds: number) => void (now += milliseconds),
    now: () => now,
  }
}

test('what is good is used as it is, and what is permanent is never renewed', async () => {
  const { current, asked } = open([at(2)])
  expect(await current(who(at(1)))).toEqual(who(at(1)))
  expect(await current(who(at(1, 1_000_000 + 121_000)))).toEqual(who(at(1, 1_121_000)))
  const { token: _, ...permanent } = at(1, 0)
  expect(await current(who(permanent))).toEqual(who(permanent))
  expect(asked()).toEqual([])
})

test('two minutes before they expire there are fresh ones, learnt of before they are used', async () => {
  const { current, asked, learnt } = open([at(2, 9_000_000)])
  const ending = who(at(1, 1_119_000))
  expect(await Promise.all([current(ending), current(ending)])).toEqual([
    who(at(2, 9_000_000)),
    who(at(2, 9_000_000)),
  ])
  expect(await current(ending)).toEqual(who(at(2, 9_000_000)))
  expect([asked(), learnt]).toEqual([['key-1'], [who(at(2, 9_000_000))]])
})

test('where there are none before they expire, the old ones are used as long as they are taken', async () => {
  const { current, renewed, asked, wait } = open([undefined, at(2)])
  const ending = who(at(1, 1_010_000))
  expect(await current(ending)).toEqual(ending)
  expect(await current(ending)).toEqual(ending)
  expect(asked()).toEqual(['key-1'])
  wait(60_000)
  expect(await renewed(ending, 'surely')).toEqual(who(at(2)))
})

test('all who were refused with the same ones get the same fresh ones', async () => {
  const { renewed, asked } = open([at(2), at(3)])
  const refused = who(at(1))
  expect(await Promise.all([renewed(refused, 'surely'), renewed(refused, 'surely')])).toEqual([
    who(at(2)),
    who(at(2)),
  ])
  expect(await renewed(refused, 'perhaps')).toEqual(who(at(2)))
  expect(await renewed(who(at(2)), 'surely')).toEqual(who(at(3)))
  expect(asked()).toEqual(['key-1', 'key-2'])
})

test.each([
  ['none', undefined],
  ['the same', at(1)],
])('where there are %s, nothing more is sent with what has surely expired', async (_, answer) => {
  const { renewed, whyVain, learnt } = open([answer])
  expect(whyVain(who(at(1)))).toBeUndefined()
  expect(await renewed(who(at(1)), 'surely')).toBeUndefined()
  expect(whyVain(who(at(1)))).toMatch(/^the credentials of the account 1 have expired/u)
  expect(whyVain({ ...who(at(1)), account: '2' })).toBeUndefined()
  expect(learnt).toEqual([])
})

test('what only perhaps has expired is tried again, and who had no others is left alone for a minute', async () => {
  const { renewed, whyVain, asked, wait } = open([undefined, undefined])
  expect(await renewed(who(at(1)), 'perhaps')).toBeUndefined()
  expect(await renewed(who(at(1)), 'perhaps')).toBeUndefined()
  expect([whyVain(who(at(1))), asked()]).toEqual([undefined, ['key-1']])
  wait(60_000)
  expect(await renewed(who(at(1)), 'perhaps')).toBeUndefined()
  expect(asked()).toHaveLength(2)
})
