import { expect, test } from 'vitest'

import type { Reply } from '../../specs/wire/wire.ts'
import type { LostReply } from '../client/interaction.ts'
import type { Exchange } from '../client/transcript.ts'
import type { Trouble } from '../client/trouble.ts'
import { openFailures } from './failures.ts'

const ok: Reply = { kind: 'output', status: 200, output: {}, notes: [] }
const broken: Reply = { kind: 'refusal', status: 500, code: 'InternalError', notes: [] }
const busy: Reply = { kind: 'refusal', status: 503, code: 'Busy', notes: [] }
const refused: Reply = { kind: 'refusal', status: 404, code: 'Gone', notes: [] }
const page: Reply = { kind: 'garbled', status: 500, problem: 'HTML' }
const reset: LostReply = { kind: 'lost', problem: 'reset', detail: '' }

const sent = (body: string, id: number): Exchange => ({
  id,
  operation: 'MoveAccount',
  account: '1',
  request: { method: 'POST', path: '/', headers: {}, body },
  at: 0,
  took: 0,
})

const troubleIn = (reply: Reply | LostReply): Trouble | undefined => {
  if (reply === ok || reply === refused) return undefined
  return reply === busy ? 'busy' : 'doubtful'
}

/** What comes of requests, each named by its body. */
const judged = (...said: readonly (readonly [string, Reply | LostReply])[]) => {
  const failures = openFailures({ keep: () => {} })
  for (const [id, [body, reply]] of said.entries())
    failures.heard(sent(body, id), reply, troubleIn(reply))
  return failures.judge('MoveAccount')
}

const thrice = (body: string, reply: Reply | LostReply) =>
  Array.from({ length: 3 }, () => [body, reply] as const)

test.each([broken, page, reset])(
  'a request that comes to $kind each time is a finding',
  (reply) => {
    const finding = judged(['a', ok], ...thrice('b', reply), ['a', ok])
    expect(finding).toMatchObject({ verdict: 'fail', exchanges: [1] })
  },
)

test.each([broken, page, reset])(
  'where everything fails, $kind shows nothing of a request',
  (reply) => {
    expect(judged(['a', ok], ...thrice('b', reply))).toMatchObject({ verdict: 'pass' })
    expect(judged(...thrice('b', reply))).toBeUndefined()
  },
)

test.each([broken, page, reset])(
  '$kind that passes by itself elsewhere may pass here, too',
  (reply) => {
    expect(judged(['a', reply], ['a', ok], ...thrice('b', reply), ['c', ok])).toMatchObject({
      verdict: 'pass',
    })
  },
)

test('twice may be chance, and who is busy does not fail', () => {
  expect(judged(...thrice('b', reset).slice(1), ['a', ok])).toMatchObject({ verdict: 'pass' })
  expect(judged(...thrice('b', busy), ['a', ok])).toMatchObject({ verdict: 'pass' })
})

test('an operation that fails first and refuses then never tells what it did', () => {
  const done = ['a', 'b', 'c'].flatMap((body) => [
    [body, broken] as const,
    [body, refused] as const,
  ])
  expect(judged(...done)).toMatchObject({ verdict: 'fail', exchanges: [0] })
  expect(judged(...done, ['d', ok])).toMatchObject({ verdict: 'pass' })
  expect(judged(...done.slice(2))).toMatchObject({ verdict: 'pass' })
})
