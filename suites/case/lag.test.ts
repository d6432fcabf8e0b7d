import { describe, expect, test } from 'vitest'

import { openLag, type Lag } from './lag.ts'
import type { PacedTarget } from './paces.ts'

const anybody = { accounts: { mode: 'any' } } as const

/** Plays a case that holds at a pace, or never: the paces at which it was played. */
async function played(
  lag: Lag,
  holdsAt = Number.POSITIVE_INFINITY,
  settlings = 1,
): Promise<readonly number[]> {
  const retrial = lag.begin()
  const paces: number[] = [retrial.first]
  let pace: number | undefined = retrial.first
  while (pace !== undefined && pace < holdsAt) {
    pace = await retrial.next(pace, settlings)
    if (pace === undefined) break
    paces.push(pace)
    if (pace >= holdsAt) retrial.held(pace, ['a/check'])
  }
  retrial.end()
  return paces
}

const paces = (target: Partial<PacedTarget>): Promise<readonly number[]> =>
  played(openLag({ ...anybody, ...target }))

describe('how often and how slowly a case is played', () => {
  test.each<readonly [string, Partial<PacedTarget>, readonly number[]]>([
    ['where nothing is said', {}, [0, 400, 2500, 10_000]],
    ['where all is seen at once', { consistency: 'immediate' }, [0, 400]],
    ['with more patience', { patience: { listing: 30 } }, [0, 400, 2500, 30_000]],
    ['with little patience', { patience: { listing: 2 } }, [0, 400, 2500]],
    ['without patience', { patience: { listing: 0 } }, [0]],
    ['with given accounts', { accounts: { mode: 'fixed' } }, [400, 2500, 10_000]],
  ])('%s', async (_, target, expected) => {
    expect(await paces(target)).toEqual(expected)
  })

  test('one that holds is not played again', async () => {
    expect(await played(openLag(anybody), 400)).toEqual([0, 400])
  })
})

describe('what a run learns', () => {
  test('where slower plays help nobody, a dozen and one of four show it for all', async () => {
    const lag = openLag(anybody)
    const all = await Promise.all(Array.from({ length: 40 }, () => played(lag)))
    expect(all.filter(({ length }) => length === 4)).toHaveLength(22)
    expect(all.filter(({ length }) => length === 2)).toHaveLength(18)
    expect(lag.seen()).toMatchObject({ again: 40, slowest: 10_000, late: [], turnedAway: 18 })
  })

  test('in given accounts, what takes longer is tried by fewer', async () => {
    const lag = openLag({ accounts: { mode: 'fixed' } })
    const all = await Promise.all(Array.from({ length: 200 }, () => played(lag)))
    expect(all.filter(({ length }) => length >= 2)).toHaveLength(20)
    expect(all.filter(({ length }) => length === 3)).toHaveLength(14)
  })

  test('a dozen that something else is wrong in keeps nobody who comes later from it', async () => {
    const lag = openLag({ ...anybody, consistency: 'immediate' })
    for (let count = 0; count < 12; count += 1) await played(lag)
    for (let count = 0; count < 8; count += 1) await played(lag, 0)
    expect(await played(lag, 400)).toEqual([0, 400])
    expect(lag.seen()).toMatchObject({ late: ['a/check'], turnedAway: 0 })
  })

  test('what helps one opens what was closed before', async () => {
    const lag = openLag({ ...anybody, consistency: 'immediate' })
    for (let count = 0; count < 30; count += 1) await played(lag)
    const { turnedAway } = lag.seen()
    expect(turnedAway).toBeGreaterThan(0)
    for (let count = 0; count < 8; count += 1) await played(lag, 400)
    for (let count = 0; count < 30; count += 1) expect(await played(lag)).toEqual([0, 400])
    expect(lag.seen().late).toEqual(['a/check'])
  })

  test('where hundreds are wrong for good, it takes little more than a quarter more', async () => {
    const lag = openLag({ ...anybody, consistency: 'immediate' })
    let plays = 0
    for (let count = 0; count < 500; count += 1) plays += (await played(lag)).length
    expect(plays).toBeLessThan(500 * 1.3)
  })

  test('who is turned away is told at which pace', async () => {
    const lag = openLag({ ...anybody, consistency: 'immediate' })
    for (let count = 0; count < 18; count += 1) await played(lag)
    const [first, ...others] = [lag.begin(), lag.begin(), lag.begin()]
    expect([await first.next(0, 1), first.turnedAway()]).toEqual([400, undefined])
    first.end()
    for (const other of others) {
      expect([await other.next(0, 1), other.turnedAway()]).toEqual([undefined, 400])
    }
  })

  test('where they help one, the others are played so, too', async () => {
    const lag = openLag(anybody)
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, at) => played(lag, at === 11 ? 2500 : undefined)),
    )
    expect(all.filter(({ length }) => length === 4)).toHaveLength(29)
  })

  describe('what would take minutes', () => {
    const long = 100

    test('is played where it is the only one', async () => {
      expect(await played(openLag(anybody), 10_000, long)).toEqual([0, 400, 2500, 10_000])
    })

    test('is not played at a pace that has helped nobody', async () => {
      const lag = openLag(anybody)
      expect(await played(lag)).toEqual([0, 400, 2500, 10_000])
      expect(await played(lag, 2500, long)).toEqual([0, 400])
      expect(lag.seen()).toMatchObject({ turnedAway: 1 })
    })

    test('is played at a pace that has helped somebody, now or as soon as those under way are back', async () => {
      const lag = openLag(anybody)
      const both = await Promise.all([played(lag, 2500), played(lag, 2500, long)])
      expect(both).toEqual([
        [0, 400, 2500],
        [0, 400, 2500],
      ])
      expect(await played(lag, 2500, long)).toEqual([0, 400, 2500])
    })
  })

  test('where several held at a pace only, the next ones begin there', async () => {
    const lag = openLag(anybody)
    for (const _ of [1, 2, 3]) expect(await played(lag, 2500)).toEqual([0, 400, 2500])
    expect(await played(lag, 2500)).toEqual([2500])
    expect(lag.seen()).toMatchObject({ again: 3, slowly: 1, late: ['a/check'] })
  })

  test('what is said to be seen at once is asked at once to the end', async () => {
    const lag = openLag({ ...anybody, consistency: 'immediate' })
    for (const _ of [1, 2, 3, 4]) expect(await played(lag, 400)).toEqual([0, 400])
  })
})
