import { expect, test } from 'vitest'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Reply } from '../../specs/wire/wire.ts'
import type { Interaction } from '../client/interaction.ts'
import { judgeStatuses } from './judge-statuses.ts'

const refusal = (status: number, code: string): Reply => ({
  kind: 'refusal',
  status,
  code,
  notes: [],
})

const judged = async (id: VendorId, ...replies: readonly Reply[]) =>
  judgeStatuses(
    await loadVendor(id),
    replies.map((reply, index) => ({
      exchange: { id: index + 1 } as Interaction['exchange'],
      reply,
      violations: [],
    })),
  )

test('a code has the status of its row in the document, whichever mistake it answers', async () => {
  expect(await judged('codearts', refusal(405, 'UC.00011006'))).toMatchObject({ verdict: 'pass' })
  const wrong = [refusal(400, 'UC.00011006'), refusal(401, 'UC.00011003')]
  expect(await judged('codearts', ...wrong)).toMatchObject({
    verdict: 'fail',
    reason: 'UC.00011006 comes with status 400, not 405',
    exchanges: [1],
  })
})

test('where the document has none, the statuses fit that services are seen to answer', async () => {
  expect(await judged('aws', refusal(400, 'UnknownOperationException'))).toMatchObject({
    verdict: 'pass',
  })
  expect(await judged('aws', refusal(404, 'UnknownOperationException'))).toMatchObject({
    verdict: 'pass',
  })
  expect(await judged('aws', refusal(403, 'UnknownOperationException'))).toMatchObject({
    verdict: 'fail',
  })
})

test('another spelling of a code has its status, and so has one that says that nothing is offered', async () => {
  expect(await judged('huawei', refusal(400, 'APIG.0301'))).toMatchObject({ verdict: 'fail' })
  const reply: Reply = { kind: 'unimplemented', status: 400, how: 'a code', code: 'APIGW.0101' }
  expect(await judged('huawei', reply)).toMatchObject({ verdict: 'fail' })
})

test('where every answer has the status of a success, each refusal has it', async () => {
  expect(await judged('tencent', refusal(200, 'InvalidAction'))).toMatchObject({ verdict: 'pass' })
  expect(await judged('tencent', refusal(400, 'InvalidAction'))).toMatchObject({ verdict: 'fail' })
})

test('nothing is said of a code without a status, of what passes by waiting, and without a code', async () => {
  const open: readonly Reply[] = [
    refusal(400, 'APIGW.0201'),
    refusal(503, 'UC.00011063'),
    { kind: 'garbled', status: 404, problem: 'HTML' },
  ]
  expect(await judged('codearts', ...open)).toMatchObject({
    verdict: 'untestable',
    code: 'SETUP_FAILED',
  })
})
