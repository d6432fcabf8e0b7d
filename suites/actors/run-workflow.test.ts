import { expect, test } from 'vitest'

import { Unreadable } from '../../specs/vendor/lens.ts'
import { ask, look, type Step } from '../../specs/vendor/workflow.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { runWorkflow } from './run-workflow.ts'

const done = (value: unknown, operation = 'Look'): Outcome<unknown> => ({
  kind: 'done',
  value,
  operation,
  exchange: 3,
})

const refused: Outcome<unknown> = {
  kind: 'refused',
  operation: 'Look',
  exchange: 4,
  reply: { kind: 'refusal', status: 400, code: 'Shut', notes: [] },
}

function* twoSteps(): Generator<Step, string, unknown> {
  const { id } = yield* ask('getOrganization', {})
  yield* ask('leaveNamedOrganization', { organization: id })
  return `left ${id}`
}

function* failing(error: Error): Generator<Step, string, unknown> {
  yield* ask('getOrganization', {})
  throw error
}

function* mute(step?: Step): Generator<Step, string, unknown> {
  if (step !== undefined) yield step
  return 'nothing'
}

test('steps are said one after the other, each with what came before', async () => {
  const said: string[] = []
  const outcome = await runWorkflow(twoSteps(), async ({ verb, args }) => {
    said.push(`${verb} ${JSON.stringify(args)}`)
    return done({ id: '9' }, verb)
  })
  expect(said).toEqual(['getOrganization {}', 'leaveNamedOrganization {"organization":"9"}'])
  expect(outcome).toEqual(done('left 9', 'leaveNamedOrganization'))
})

test('the first step that does not succeed is the outcome', async () => {
  const said: string[] = []
  const outcome = await runWorkflow(twoSteps(), async ({ verb }) => {
    said.push(verb)
    return refused
  })
  expect(said).toEqual(['getOrganization'])
  expect(outcome).toBe(refused)
})

function* lookingBack(): Generator<Step, string, unknown> {
  yield* ask('leaveNamedOrganization', { organization: '9' })
  const { id } = yield* look('getOrganization', {})
  return id
}

test('a workflow is named after what it does, not after where it looks', async () => {
  const outcome = await runWorkflow(lookingBack(), async ({ verb }) => done({ id: '9' }, verb))
  expect(outcome).toEqual(done('9', 'leaveNamedOrganization'))
})

test('what is done is not refused because nobody may look at it', async () => {
  const outcome = await runWorkflow(lookingBack(), async ({ verb }) =>
    verb === 'leaveNamedOrganization' ? done({}, verb) : refused,
  )
  expect(outcome).toEqual({
    kind: 'hollow',
    operation: 'leaveNamedOrganization',
    exchange: 4,
    problem: 'nothing tells what became of it: Look is refused: HTTP 400 Shut',
  })
})

test('an answer that lacks what the workflow is about is hollow', async () => {
  const lacking = new Unreadable('/Nodes', 'does not list it')
  expect(await runWorkflow(failing(lacking), async () => done({}))).toEqual({
    kind: 'hollow',
    problem: '/Nodes: does not list it',
    operation: 'Look',
    exchange: 3,
  })
})

test('a mistake of our own is thrown', async () => {
  await expect(runWorkflow(failing(new TypeError('ours')), async () => done({}))).rejects.toThrow(
    'ours',
  )
  await expect(runWorkflow(mute(), async () => done({}))).rejects.toThrow(/says something/u)
})
