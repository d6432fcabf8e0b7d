import { expect, test } from 'vitest'

import type { OwnOperation } from '../../specs/vendor/own-operation.ts'
import { ask } from '../../specs/vendor/workflow.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { effectOf, type EffectsOf } from './effect-of.ts'
import { ownEffects } from './own/own-effects.ts'

const aws = await loadVendor('aws')
const huawei = await loadVendor('huawei')
const tencent = await loadVendor('tencent')

test('what a neutral verb leaves is the same for every vendor', () => {
  for (const vendor of [huawei, tencent]) {
    expect(effectOf(vendor, 'listAccounts').kind).toBe('none')
    expect(effectOf(vendor, 'createUnit').kind).toBe('reversible')
    expect(effectOf(vendor, 'deleteOrganization')).toMatchObject({ kind: 'bound', alone: true })
    expect(effectOf(vendor, 'closeAccount').kind).toBe('lasting')
  }
})

test('what is changed of a thing is known by that thing: what this run left of it may not be seen yet', () => {
  for (const vendor of [aws, huawei, tencent]) {
    const verbs = Object.keys(vendor.dialect) as Verb[]
    const changing = verbs.flatMap((verb) => {
      const effect = effectOf(vendor, verb)
      return effect.kind === 'reversible' && effect.changes === true ? [{ verb, effect }] : []
    })
    expect(changing.length, vendor.id).toBeGreaterThan(0)
    for (const { verb, effect } of changing) {
      expect(effect.thing?.({ account: '7' }), verb).toContain('7')
    }
  }
})

test('what an own verb leaves is taken back as its vendor’s table says', () => {
  expect(effectOf(huawei, 'tagResourceOfKind').kind).toBe('reversible')
  expect(effectOf(tencent, 'moveUnit').kind).toBe('bound')
})

test('an own verb that no table names leaves nothing where it reads, and is not sent where it writes', () => {
  expect(effectOf(huawei, 'listQuotas')).toEqual({ kind: 'none' })
  expect(effectOf(aws, 'enableAllFeatures')).toEqual({ kind: 'lasting' })
  // nobody knows whether it writes where it is not spoken
  expect(effectOf(tencent, 'listQuotas')).toEqual({ kind: 'lasting' })
})

test('an own verb that a client says in several steps is not taken for one that reads', () => {
  const inSteps = {
    ...huawei,
    workflows: {
      *listQuotas() {
        return yield* ask('listQuotas', {})
      },
    },
  }
  expect(effectOf(inSteps, 'listQuotas')).toEqual({ kind: 'lasting' })
})

test('an own verb that writes stands in the table, or its operation says why nothing takes it back', async () => {
  for (const id of knownVendors) {
    const vendor = await loadVendor(id)
    expect(undecided(vendor, vendor.own)).toEqual([])
  }
  const wrong = aws.own.map(({ verb }) =>
    verb === 'enableAllFeatures' || verb === 'createSovereignAccount'
      ? { verb }
      : { verb, lasting: 'it reads, or it is taken back' },
  )
  expect(undecided(aws, wrong)).toEqual(aws.own.map(({ verb }) => verb))
})

/** The own verbs of a vendor of which nobody, or more than one, says what becomes of what they leave. */
const undecided = (
  vendor: EffectsOf,
  own: readonly Pick<OwnOperation, 'verb' | 'lasting'>[],
): readonly string[] =>
  own
    .filter(({ verb, lasting }) => {
      const forgotten = !(verb in ownEffects) && effectOf(vendor, verb).kind === 'lasting'
      return forgotten === (lasting === undefined)
    })
    .map(({ verb }) => verb)
