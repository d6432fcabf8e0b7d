import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Target } from '../client/target.ts'
import { judgeStop } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { ensureLimited, heldToLimit, unlessReached } from './limit.ts'

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

const full = (reason: string): Outcome<unknown> => ({
  operation: 'TagResource',
  exchange: 5,
  kind: 'refused',
  reply: {
    kind: 'refusal',
    status: 400,
    code: 'ConstraintViolationException',
    reason,
    message: '',
    notes: [],
  },
  hindrance: { code: 'NO_QUOTA', reason: 'a quota of the target is used up' },
})

/** Whether a refusal that names a quota is excused by it, of a request with as many tags as allowed. */
const excused = (reason: string, stated: Stated = { limits: {} }): boolean =>
  'hindrance' in heldToLimit({ vendor, target: stated as Target }, full(reason), 'tagsPerResource')

test('whoever has to keep to a number has room for so many', () => {
  expect(excused('MAX_TAG_LIMIT_EXCEEDED')).toBe(true)
  expect(excused('MAX_TAG_LIMIT_EXCEEDED', { limits: { tagsPerResource: 50 } })).toBe(false)
  expect(excused('MAX_TAG_LIMIT_EXCEEDED', { limits: {}, keepsPublished: true })).toBe(false)
})

test('another quota excuses all the same', () => {
  expect(excused('OU_NUMBER_LIMIT_EXCEEDED', { limits: { tagsPerResource: 50 } })).toBe(true)
})

/** The same of a request that is due to be refused for something else, behind so many writes that were carried out. */
const excusedAfter = (writes: number, mode: string, limits: Target['limits']): boolean =>
  'hindrance' in
  unlessReached(
    {
      vendor,
      target: { limits, accounts: { mode } } as Target,
      interactions: [
        ...Array.from({ length: writes }, () => heard('CreateOrganizationalUnit', 'output')),
        ...Array.from({ length: 50 }, () => heard('CreateOrganizationalUnit', 'refusal')),
        ...Array.from({ length: 50 }, () => heard('ListRoots', 'output')),
      ],
    },
    full('OU_NUMBER_LIMIT_EXCEEDED'),
  )

const heard = (operation: string, kind: 'output' | 'refusal'): Interaction =>
  ({ exchange: { operation }, reply: { kind } }) as Interaction

test('so few writes use up no number that a target states of a new organization', () => {
  const limits = { unitsPerOrganization: 30 }
  expect(excusedAfter(12, 'any', limits)).toBe(false)
  expect(excusedAfter(28, 'any', limits)).toBe(true)
  expect(excusedAfter(12, 'any', {})).toBe(true)
  expect(excusedAfter(12, 'fixed', limits)).toBe(true)
})

test('a class of codes alone tells of each number behind it', async () => {
  const tencent = await loadVendor('tencent')
  const outcome: Outcome<unknown> = {
    operation: 'AddOrganizationNode',
    exchange: 5,
    kind: 'refused',
    reply: { kind: 'refusal', status: 200, code: 'LimitExceeded', notes: [] },
    hindrance: { code: 'NO_QUOTA', reason: 'a quota of the target is used up' },
  }
  const isExcused = (limits: Target['limits'], operation = 'CreateOrganization'): boolean => {
    const target = { limits, accounts: { mode: 'any' } } as Target
    const interactions = Array.from({ length: 4 }, () => heard(operation, 'output'))
    return 'hindrance' in unlessReached({ vendor: tencent, target, interactions }, outcome)
  }
  const all = { unitDepth: 9, unitsPerOrganization: 30, accountsPerOrganization: 20 }
  expect(isExcused(all)).toBe(false)
  expect(isExcused({ ...all, unitDepth: null })).toBe(true)
  // what adds nothing to it uses up none of it
  expect(isExcused({ ...all, unitDepth: 5 })).toBe(true)
  expect(isExcused({ ...all, unitDepth: 5 }, 'DeleteOrganizationNodes')).toBe(false)
})
