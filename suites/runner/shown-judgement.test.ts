import { expect, test } from 'vitest'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { openClient } from '../client/client.ts'
import { redactionOf } from '../client/redaction.ts'
import type { Target } from '../client/target.ts'
import { openTranscript } from '../client/transcript.ts'
import { shownJudgement } from './shown-judgement.ts'

// a secret that is looked for as a whole only: what is cut off it is lost on everybody
const secret = 'Correct-Horse/Battery+Staple'
const credentials = { accessKey: 'x', secret }

const targetOf = (vendor: VendorId): Target => ({
  name: 'some',
  vendor,
  endpoint: 'http://127.0.0.1:1',
  region: 'here',
  accounts: { mode: 'fixed', management: { account: '111122223333', credentials } },
  absent: {},
  limits: {},
  concurrency: 1,
  deadline: 1000,
  readOnly: true,
})
const redact = redactionOf(targetOf('aws'))

const expectNothingOf = (text: string): void => {
  for (let at = 0; at + 3 <= secret.length; at += 1) {
    expect(text).not.toContain(secret.slice(at, at + 3))
  }
}

test('a secret is gone wherever a long text is cut', () => {
  for (let before = 700; before < 760; before += 1) {
    for (const text of [
      `${'.'.repeat(before)}${secret}${'.'.repeat(900)}`,
      `${'.'.repeat(900)}${secret}${'.'.repeat(before - 500)}`,
    ]) {
      const shown = shownJudgement(
        { verdict: 'fail', reason: text, expected: text, received: text, exchanges: [] },
        redact,
        [],
      )
      for (const said of [shown.reason, shown.expected, shown.received]) expectNothingOf(said ?? '')
      expect(shown.reason?.length).toBeLessThan(1010)
    }
  }
})

test('a long text keeps its beginning and its end, a short one everything', () => {
  const { reason, received } = shownJudgement(
    {
      verdict: 'fail',
      reason: `${'a'.repeat(5000)} where b is expected`,
      received: 'c',
      exchanges: [3],
    },
    redact,
    [],
  )
  expect(reason).toMatch(/^a{750} … a+ where b is expected$/u)
  expect(received).toBe('c')
})

test.each(['aws', 'huawei', 'tencent', 'codearts'] as const)(
  'what %s answers is quoted without a secret, wherever the quotation ends',
  async (id) => {
    const vendor = await loadVendor(id)
    const target = targetOf(id)
    const [operation = ''] = [...vendor.contract.operations.keys()]
    let answer = { status: 200, headers: {}, body: '' }
    const client = openClient({
      vendor,
      target,
      connection: { send: async () => answer, close: async () => {} },
      transcript: openTranscript(),
      now: () => 0,
      pause: async () => {},
    })
    const principal = { account: '111122223333', credentials }
    for (let before = 0; before < 70; before += 1) {
      const status = before % 2 === 0 ? 200 : 400
      answer = { status, headers: {}, body: `<html>${'.'.repeat(before)}${secret}` }
      const { reply } = await client.call(principal, { operation, input: {}, deliberate: true })
      expect(reply).toMatchObject({ kind: 'garbled' })
      expectNothingOf('problem' in reply ? reply.problem : '')
    }
  },
)

test.each(['test', 'AccessDeniedException', '111122223333'])(
  'what is judged is what came, also where the secret is %s',
  async (own) => {
    const vendor = await loadVendor('aws')
    const principal = { account: '111122223333', credentials: { accessKey: 'x', secret: own } }
    const target: Target = {
      ...targetOf('aws'),
      accounts: { mode: 'fixed', management: principal },
    }
    const body = JSON.stringify({ __type: own, Message: own, Reason: own })
    const client = openClient({
      vendor,
      target,
      connection: { send: async () => ({ status: 400, headers: {}, body }), close: async () => {} },
      transcript: openTranscript(),
      now: () => 0,
      pause: async () => {},
    })
    const { reply } = await client.call(principal, { operation: 'ListRoots', input: {} })
    expect(reply).toMatchObject({ kind: 'refusal', code: own, reason: own, message: own })
  },
)
