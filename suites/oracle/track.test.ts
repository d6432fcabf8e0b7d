import { describe, expect, test } from 'vitest'

import { emptyWorld } from '../../specs/model/changes.ts'
import { noFindings } from './differences.ts'
import type { HeardCall } from './heard-call.ts'
import type { Known, Step } from './known.ts'
import type { Sent } from './linearize.ts'
import { openMoments } from './moments.ts'
import { openNames } from './names.ts'
import type { Shadow } from './shadow.ts'
import { openTrack, type Track } from './track.ts'

const knows = (text: string): Known => ({
  world: emptyWorld(),
  readings: new Map([['text', { world: emptyWorld(), entries: [text] }]]),
  learned: { names: openNames(), moments: openMoments((instant) => instant) },
})

const textIn = ({ readings }: Known): string => {
  const [text] = readings.get('text')?.entries ?? []
  return typeof text === 'string' ? text : ''
}

const keep = (): void => {}

/** A model that keeps a text: `+x` appends x, `=x` says that it is x, and what `?` does nobody knows. */
const textual = (begun: string): Shadow => ({
  start: knows(begun),
  met: () => new Set(),
  step: (known, { operation }: HeardCall): Step => {
    const [text, said] = [textIn(known), operation.slice(1)]
    const found = noFindings()
    if (operation.startsWith('?')) return { found, known: undefined, keep }
    found.compared.add('text')
    if (operation.startsWith('+')) return { found, known: knows(text + said), keep }
    if (said !== text) {
      found.differences.push({ member: 'text', kind: 'other', expected: text, received: said })
    }
    return { found, known, keep }
  },
})

const call = (operation: string): Sent => ({
  at: 0,
  heard: {
    account: 'a',
    operation,
    input: {},
    spoiled: false,
    writes: !operation.startsWith('='),
    interaction: {
      exchange: { id: 1 },
      reply: { kind: 'output', status: 200, output: {}, notes: [] },
      violations: [],
    } as unknown as HeardCall['interaction'],
  },
})

/** Hears of calls: those of one text were under way at the same time. */
const hearing = (track: Track, ...batches: readonly string[]): Track => {
  for (const batch of batches) track.heard(batch.split(' ').map(call))
  return track
}

const differences = (track: Track): readonly string[] =>
  track.observations().flatMap(({ differences: all }) => all.map(({ received }) => received))

describe('one call after the other', () => {
  test('follows what was done', () => {
    expect(differences(hearing(openTrack(textual(''), []), '+a', '=a', '+b', '=ab'))).toEqual([])
  })

  test('finds what differs, and goes on', () => {
    expect(differences(hearing(openTrack(textual(''), []), '+a', '=b', '=a', '=c'))).toEqual([
      'b',
      'c',
    ])
  })

  test('knows nothing more behind what nobody can tell', () => {
    const track = hearing(openTrack(textual(''), []), '+a', '?', '=anything')
    expect([differences(track), track.isLost()]).toEqual([[], true])
  })
})

describe('calls at the same time', () => {
  test('are taken in the order that the rules explain', () => {
    expect(differences(hearing(openTrack(textual(''), []), '+a +b', '=ab'))).toEqual([])
    expect(differences(hearing(openTrack(textual(''), []), '+a =ab +b', '=ab'))).toEqual([])
    expect(differences(hearing(openTrack(textual(''), []), '=b +a +b', '=ba'))).toEqual([])
  })

  test('are left open where no order explains them, or they are too many', () => {
    const torn = hearing(openTrack(textual(''), []), '+a =x', '=y')
    expect([differences(torn), torn.isLost()]).toEqual([[], true])
    expect(hearing(openTrack(textual(''), []), '+a +b +c +d +e').isLost()).toBe(true)
  })

  test('that only read need no order', () => {
    expect(differences(hearing(openTrack(textual('x'), []), '=x =y =x =x =x'))).toEqual(['y'])
  })
})

describe('another reading', () => {
  test('is taken where it fits all that came', () => {
    const track = openTrack(textual(''), [() => textual('z')])
    expect(differences(hearing(track, '+a', '=za', '+b', '=zab'))).toEqual([])
  })

  test('is not where it fits a part of it', () => {
    const track = openTrack(textual(''), [() => textual('z')])
    expect(differences(hearing(track, '+a', '=a', '=za', '=a'))).toEqual(['za'])
  })
})
