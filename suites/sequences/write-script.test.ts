import { describe, expect, test } from 'vitest'

import { says } from '../../specs/vendor/features.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { randomFrom } from '../client/random.ts'
import { areas, joined } from './areas.ts'
import { momentsOf, stepText, type Script } from './script.ts'
import { vocabularyOf } from './vocabulary.ts'
import { writeScript } from './write-script.ts'

const whole = joined('all', areas)
const most = (script: Script): number => Math.max(...momentsOf(script).map(({ length }) => length))

const textsOf = (script: Script): readonly string[] => script.map(stepText)

describe.each(knownVendors)('scripts of %s', async (id) => {
  const vendor = await loadVendor(id)
  const write = (seed: number, pairs = false): Script =>
    writeScript(vocabularyOf(vendor, whole), { steps: 20, random: randomFrom(seed), pairs })

  test('are the same for the same seed, and others for another', () => {
    expect(textsOf(write(1))).toEqual(textsOf(write(1)))
    expect(textsOf(write(1))).not.toEqual(textsOf(write(2)))
  })

  test('say what the vendor can say, and number their steps', () => {
    const script = write(3)
    expect(script.filter(({ verb }) => !says(vendor, verb))).toEqual([])
    expect(script.map(({ number }) => number)).toEqual(script.map((_, index) => index + 1))
  })

  test('send two at once where they are to, and nowhere else', () => {
    expect(most(write(4))).toBe(1)
    expect(Math.max(...[4, 5, 6].map((seed) => most(write(seed, true))))).toBe(2)
  })
})

test('what is needed is brought about first', async () => {
  const area = areas.find(({ id }) => id === 'tags')
  const vocabulary = vocabularyOf(await loadVendor('aws'), area ?? whole)
  const scripts = Array.from({ length: 40 }, (_, seed) =>
    textsOf(writeScript(vocabulary, { steps: 16, random: randomFrom(seed) })),
  )
  const again = scripts.filter((script) => {
    const gone = script.findIndex((text) => text.includes('owner: removeAccount account ‹ann›'))
    return gone > 0 && script.slice(gone).some((text) => text.startsWith('ann: acceptInvitation'))
  })
  expect(again.length).toBeGreaterThan(5)
})
