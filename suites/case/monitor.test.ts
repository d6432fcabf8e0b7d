import { expect, test } from 'vitest'

import type { Violation } from '../client/contract-validator.ts'
import type { Interaction } from '../client/interaction.ts'
import { judgeShapes } from './judge-shapes.ts'
import { openMonitor } from './monitor.ts'

const newer = (pointer: string, value = 'NEWER'): Violation => ({
  pointer,
  keyword: 'enum',
  message: 'is none of them',
  value,
  receivedNull: false,
  soft: true,
})

const wrong: Violation = { ...newer('/Unit/Id', '?'), keyword: 'pattern', soft: false }

let exchanges = 0

const answer = (operation: string, ...violations: readonly Violation[]): Interaction => {
  exchanges += 1
  return {
    exchange: {
      id: exchanges,
      account: '1',
      operation,
      at: 0,
      took: 0,
      request: { method: 'POST', path: '/', headers: {}, body: '' },
    },
    reply: { kind: 'output', status: 200, output: { Unit: {} }, notes: [] },
    violations,
  }
}

/** What becomes of the operations once these answers have come. */
const verdicts = (...answers: readonly Interaction[]): Readonly<Record<string, string>> => {
  const monitor = openMonitor({ keep: () => {} })
  for (const one of answers) monitor.answered(one)
  const names = [...new Set(answers.map(({ exchange }) => exchange.operation))]
  return Object.fromEntries(names.map((name) => [name, monitor.judge(name)?.verdict ?? 'nothing']))
}

test('a newer value is told once, whoever meets it and in whatever order', () => {
  const answers = [
    answer('List', newer('/Accounts/3/State')),
    answer('Describe', newer('/Account/State')),
  ]
  const told = { Describe: 'warn', List: 'pass' }
  expect(verdicts(...answers)).toEqual(told)
  expect(verdicts(...answers.toReversed())).toEqual(told)
})

test('another value, and another member, are facts of their own', () => {
  const state = answer('Describe', newer('/Account/State'))
  expect(verdicts(state, answer('List', newer('/Accounts/0/State', 'OTHER')))['List']).toBe('warn')
  expect(verdicts(state, answer('List', newer('/Accounts/0/Method')))['List']).toBe('warn')
})

test('an answer that is wrong fails its operation, and another one tells what is newer', () => {
  const answers = [
    answer('Describe', newer('/Account/State'), wrong),
    answer('List', newer('/State')),
  ]
  expect(verdicts(...answers)).toEqual({ Describe: 'fail', List: 'warn' })
})

test('a story tells what is wrong, and leaves what is newer to those', () => {
  expect(judgeShapes([answer('List', newer('/State'))])?.verdict).toBe('pass')
  const judged = judgeShapes([
    answer('List', newer('/State')),
    answer('Get', newer('/State'), wrong),
  ])
  expect([judged?.verdict, judged?.received]).toEqual(['fail', '/Unit/Id is none of them'])
  expect(judgeShapes([])).toBeUndefined()
})
