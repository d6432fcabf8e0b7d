import { expect, test } from 'vitest'

import { operationOf } from '../../specs/contract/contract.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { FrameNote, RefusalReply } from '../../specs/wire/wire.ts'
import { framingOf } from '../client/framing.ts'
import type { Exchange } from '../client/transcript.ts'
import { openFrames } from './frames.ts'

const refusal = (code: string, status: number): RefusalReply => ({
  kind: 'refusal',
  status,
  code,
  notes: [],
})

test('each part is judged by the first answer that shows it, which is kept', () => {
  const kept: number[] = []
  const frames = openFrames({ keep: (id) => void kept.push(id) })
  const hear = (id: number, ...notes: readonly FrameNote[]): void =>
    frames.framed({ id, operation: 'ListRoots' } as Exchange, notes)
  hear(1)
  hear(2, { of: 'request-id', says: 'none' })
  hear(3, { of: 'request-id', says: 'none either' }, { of: 'status', says: 'another' })
  expect(kept).toEqual([2, 3])
  expect(frames.judge('ListRoots', 'request-id')).toMatchObject({
    verdict: 'fail',
    reason: 'none',
    exchanges: [2],
  })
  expect(frames.judge('ListRoots', 'status')).toMatchObject({ verdict: 'fail', exchanges: [3] })
  expect(frames.judge('ListRoots', 'envelope')).toMatchObject({ verdict: 'pass' })
  expect(frames.judge('ListParents', 'status')).toBeUndefined()
})

test.each([
  ['aws', 'MoveAccount', 'AccountNotFoundException', 400, []],
  [
    'aws',
    'MoveAccount',
    'AccountNotFoundException',
    404,
    ['AccountNotFoundException comes with status 404, not 400'],
  ],
  // it passes by waiting
  ['aws', 'MoveAccount', 'TooManyRequestsException', 429, []],
  ['huawei', 'DisableTrustedService', 'Organizations.1900', 404, []],
  // as the real service is seen to answer
  ['huawei', 'DisableTrustedService', 'Organizations.1900', 400, []],
  [
    'huawei',
    'DisableTrustedService',
    'Organizations.1900',
    409,
    ['Organizations.1900 comes with status 409, not 404 or 400'],
  ],
] as const)('%s: %s answers %s with %d', async (id, name, code, status, says) => {
  const vendor = await loadVendor(id)
  const notes = framingOf(vendor, operationOf(vendor.contract, name), refusal(code, status))
  expect(notes?.map((note) => note.says)).toEqual(says)
})

test('what a gateway may say instead of the service has a frame of its own', async () => {
  const vendor = await loadVendor('huawei')
  const operation = operationOf(vendor.contract, 'DisableTrustedService')
  expect(framingOf(vendor, operation, refusal('APIGW.0301', 401))).toBeUndefined()
})
