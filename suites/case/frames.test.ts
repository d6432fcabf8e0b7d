import { expect, test } from 'vitest'

import { operationOf } from '../../specs/contract/contract.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
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

/** What is noted of a refusal with that code and status. */
const noted = async (
  [id, name]: readonly [VendorId, string],
  code: string,
  status: number,
): Promise<readonly string[] | undefined> => {
  const vendor = await loadVendor(id)
  const notes = framingOf(vendor, operationOf(vendor.contract, name), refusal(code, status))
  return notes?.map(({ says }) => says)
}

test('where one status is stated for all refusals, another one is noted', async () => {
  const move = ['aws', 'MoveAccount'] as const
  expect(await noted(move, 'AccountNotFoundException', 400)).toEqual([])
  expect(await noted(move, 'AccountNotFoundException', 404)).toEqual([
    'AccountNotFoundException comes with status 404, not 400',
  ])
  // it passes by waiting
  expect(await noted(move, 'TooManyRequestsException', 429)).toEqual([])
})

test('where each code has a status, so has one that the real service is seen to give it', async () => {
  const distrust = ['huawei', 'DisableTrustedService'] as const
  expect(await noted(distrust, 'Organizations.1900', 404)).toEqual([])
  expect(await noted(distrust, 'Organizations.1900', 400)).toEqual([])
  expect(await noted(distrust, 'Organizations.1900', 409)).toEqual([
    'Organizations.1900 comes with status 409, not 404 or 400',
  ])
})

test('what a gateway may say instead of the service has a frame of its own', async () => {
  expect(await noted(['huawei', 'DisableTrustedService'], 'APIGW.0301', 401)).toBeUndefined()
})
