import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Target } from '../client/target.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { ensureLimited } from './limit.ts'

const vendor = await loadVendor('aws')

const accepted: Outcome<unknown> = {
  operation: 'TagResource',
  exchange: 4,
  kind: 'done',
  value: {},
}

type Stated = Pick<Target, 'limits' | 'keepsPublished'>

/** What stops a story in which more than a limit was accepted; undefined where it is a finding. */
const stopped = (name: Parameters<typeof ensureLimited>[2], stated: Stated = { limits: {} }) => {
  try {
    ensureLimited({ vendor, target: stated as Target }, accepted, name)
    return undefined
  } catch (error) {
    return judgeStop(error)
  }
}

test('who takes more than a number that was only published is not wrong', () => {
  expect(stopped('tagsPerResource')).toMatchObject({ verdict: 'untestable', code: 'NO_QUOTA' })
})

test('who states a number, or says to keep to the published ones, is held to it', () => {
  expect(stopped('tagsPerResource', { limits: { tagsPerResource: 50 } })).toBeUndefined()
  expect(stopped('tagsPerResource', { limits: {}, keepsPublished: true })).toBeUndefined()
})

test('a number of the document binds everybody', () => {
  expect(stopped('unitDepth')).toBeUndefined()
})
