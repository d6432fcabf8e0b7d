import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Reply } from '../../specs/wire/wire.ts'
import type { LostReply, Interaction } from '../client/interaction.ts'
import { judgeMessage } from './judge-message.ts'

const vendor = await loadVendor('aws')

const interaction = (reply: Reply | LostReply): Interaction => ({
  exchange: { id: 7, operation: 'DescribeOrganization' } as Interaction['exchange'],
  reply,
  violations: [],
})

const verdicts = (
  reply: Reply | LostReply,
  bare?: true,
): readonly [refused: string, code: string] => {
  const asked = { refusal: 'wire.malformed-body', bare } as const
  const { refused, code } = judgeMessage(vendor, asked, interaction(reply))
  return [refused.verdict, code.verdict]
}

const refusal = (status: number, code: string): Reply => ({
  kind: 'refusal',
  status,
  code,
  notes: [],
})

test('the right code passes, another one is a finding of its own', () => {
  expect(verdicts(refusal(400, 'SerializationException'))).toEqual(['pass', 'pass'])
  expect(verdicts(refusal(400, 'AccessDeniedException'))).toEqual(['pass', 'fail'])
})

test('a failure of the service is no refusal', () => {
  expect(verdicts(refusal(500, 'SerializationException'))).toEqual(['fail', 'untestable'])
})

test('a success is no refusal', () => {
  expect(verdicts({ kind: 'output', status: 200, output: {}, notes: [] })).toEqual([
    'fail',
    'untestable',
  ])
})

test('an error without a name does only where the message never reached the service', () => {
  const garbled: Reply = { kind: 'garbled', status: 404, problem: 'HTML' }
  expect(verdicts(garbled)).toEqual(['fail', 'untestable'])
  expect(verdicts(garbled, true)).toEqual(['pass', 'untestable'])
})

test('who is kept out without a proper error is kept out: the error is a finding of its own', () => {
  const asked = { refusal: 'wire.missing-signature', protects: true } as const
  const reply: Reply = { kind: 'garbled', status: 403, problem: 'HTML' }
  const judged = judgeMessage(vendor, asked, interaction(reply))
  expect([judged.refused.verdict, judged.code.verdict]).toEqual(['pass', 'fail'])
  const served: Reply = { kind: 'output', status: 200, output: {}, notes: [] }
  expect(judgeMessage(vendor, asked, interaction(served)).refused.verdict).toBe('fail')
})

test('to say that an operation is not offered is a refusal, too', () => {
  const asked = { refusal: 'wire.unknown-operation' } as const
  const code = 'UnknownOperationException'
  const reply: Reply = { kind: 'unimplemented', status: 400, how: 'a code', code }
  const judged = judgeMessage(vendor, asked, interaction(reply))
  expect([judged.refused.verdict, judged.code.verdict]).toEqual(['pass', 'pass'])
})

test('no answer decides nothing', () => {
  expect(verdicts({ kind: 'lost', problem: 'reset', detail: 'it is cut' })).toEqual([
    'inconclusive',
    'inconclusive',
  ])
})

test('what the real service answers beside the document passes, and says which of them it is', async () => {
  const huawei = await loadVendor('huawei')
  const codeOf = (code: string) => {
    const asked = { refusal: 'wire.unknown-key' } as const
    const { verdict, reading } = judgeMessage(huawei, asked, interaction(refusal(401, code))).code
    return [verdict, reading]
  }
  expect(codeOf('APIGW.0301')).toEqual(['pass', 'document'])
  expect(codeOf('401')).toEqual(['pass', 'service'])
  expect(codeOf('Organizations.1001')).toEqual(['fail', undefined])
})

test('a refusal in the answer of a success is warned of', () => {
  const reply: Reply = {
    kind: 'refusal',
    status: 200,
    code: 'SerializationException',
    inSuccess: true,
    notes: [],
  }
  expect(verdicts(reply)).toEqual(['warn', 'pass'])
})
