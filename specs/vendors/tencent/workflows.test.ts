import { expect, test } from 'vitest'

import { Unreadable } from '../../vendor/lens.ts'
import type { Workflow, Step } from '../../vendor/workflow.ts'
import type { Args, Result, Verb } from '../../vocabulary/verbs.ts'
import { tencent } from './tencent.ts'

const { workflows = {} } = tencent()

interface Walked {
  readonly said: readonly string[]
  readonly value: unknown
}

/** Walks a workflow; each step is answered by what `answers` has for its verb, in turn. */
const walk = <V extends Verb>(
  verb: V,
  args: Args<V>,
  answers: Readonly<Record<string, readonly unknown[]>>,
): Walked => {
  const workflow: Workflow<V> | undefined = workflows[verb]
  if (workflow === undefined) throw new Error(`no workflow says ${verb}`)
  const steps: Generator<Step, Result<V>, unknown> = workflow(args)
  const said: string[] = []
  let next = steps.next()
  while (next.done !== true) {
    const { verb: asked, args: with_ } = next.value
    const turn = said.filter((one) => one.startsWith(`${asked} `)).length
    said.push(`${asked} ${JSON.stringify(with_)}`)
    next = steps.next(answers[asked]?.[turn])
  }
  return { said, value: next.value }
}

const tree = {
  items: [
    { id: '1', name: 'Root' },
    { id: '2', name: 'House', parent: '1' },
    { id: '3', name: 'Room', parent: '2' },
  ],
}
const invitation = (id: string, guest: string, state: string): object => ({
  id,
  state,
  parties: [{ kind: 'account', id: guest }],
})

test('founding is followed by a look at who manages', () => {
  const { said, value } = walk(
    'createOrganization',
    {},
    { getOrganization: [{ id: '9', management: '7' }] },
  )
  expect(said).toEqual(['createOrganization {}', 'getOrganization {}'])
  expect(value).toEqual({ id: '9', management: '7' })
})

test('root, units and parents are read from the one list of nodes', () => {
  const told = { listTree: [tree] }
  expect(walk('listRoots', {}, told).value).toEqual({ items: [tree.items[0]] })
  expect(walk('listUnits', { parent: '1' }, told).value).toEqual({ items: [tree.items[1]] })
  expect(walk('listUnits', {}, told).value).toEqual({ items: tree.items.slice(1) })
  expect(walk('getUnit', { unit: '3' }, told).value).toEqual(tree.items[2])
  expect(walk('listChildren', { parent: '2', kind: 'unit' }, told).value).toEqual({
    items: [{ id: '3', kind: 'unit' }],
  })
  expect(walk('listParents', { child: '3' }, told).value).toEqual({
    items: [{ id: '2', kind: 'unit' }],
  })
  expect(walk('listParents', { child: '2' }, told).value).toEqual({
    items: [{ id: '1', kind: 'root' }],
  })
})

test('a node that is not listed, or is the root, is no unit', () => {
  for (const unit of ['1', '4'])
    expect(() => walk('getUnit', { unit }, { listTree: [tree] })).toThrow(Unreadable)
})

test('an account stands where it says itself', () => {
  const answers = { listTree: [tree], getAccount: [{ id: '7', place: { id: '2' } }] }
  expect(walk('listParents', { child: '7' }, answers)).toEqual({
    said: ['listTree {}', 'getAccount {"account":"7"}'],
    value: { items: [{ id: '2', kind: 'unit' }] },
  })
})

test('leaving names the organization', () => {
  const { said } = walk(
    'leaveOrganization',
    {},
    { getOrganization: [{ id: '9' }], leaveNamedOrganization: [{}] },
  )
  expect(said).toEqual(['getOrganization {}', 'leaveNamedOrganization {"organization":"9"}'])
})

test('what a write came to is read back', () => {
  expect(
    walk(
      'createUnit',
      { parent: '1', name: 'House' },
      {
        createUnit: [{ id: '2' }],
        listTree: [tree],
      },
    ).value,
  ).toEqual(tree.items[1])
  expect(walk('renameUnit', { unit: '3', name: 'Room' }, { listTree: [tree] }).value).toEqual(
    tree.items[2],
  )
  expect(walk('moveUnit', { unit: '3', to: '2' }, { listTree: [tree] }).value).toEqual(
    tree.items[2],
  )
})

test('an invitation is found again on whichever page it stands', () => {
  const pages = [
    { items: [invitation('1', '7', 'cancelled'), invitation('2', '8', 'open')], total: 3 },
    { items: [invitation('3', '7', 'open')], total: 3 },
  ]
  const { said, value } = walk(
    'inviteAccount',
    { target: { kind: 'account', id: '7' } },
    { listSentInvitations: pages },
  )
  expect(said.slice(1)).toEqual([
    'listSentInvitations {"token":"0"}',
    'listSentInvitations {"token":"2"}',
  ])
  expect(value).toMatchObject({ id: '3' })
})

test.each(['acceptInvitation', 'declineInvitation'] as const)(
  '%s looks among what was received',
  (verb) => {
    const page = { items: [invitation('1', '7', 'accepted')], total: 1 }
    expect(walk(verb, { invitation: '1' }, { listReceivedInvitations: [page] })).toMatchObject({
      said: [`${verb} {"invitation":"1"}`, 'listReceivedInvitations {"token":"0"}'],
      value: { state: 'accepted' },
    })
    expect(() => walk(verb, { invitation: '2' }, { listReceivedInvitations: [page] })).toThrow(
      Unreadable,
    )
  },
)

test('cancelling looks among what was sent, and reading at both ends', () => {
  const page = { items: [invitation('1', '7', 'cancelled')], total: 1 }
  const none = { items: [], total: 0 }
  expect(
    walk('cancelInvitation', { invitation: '1' }, { listSentInvitations: [page] }).value,
  ).toMatchObject({ id: '1' })
  const { said } = walk(
    'getInvitation',
    { invitation: '1' },
    { listReceivedInvitations: [none], listSentInvitations: [page] },
  )
  expect(said).toEqual([
    'listReceivedInvitations {"token":"0"}',
    'listSentInvitations {"token":"0"}',
  ])
})

test('an invitation that is not listed afterwards was not sent', () => {
  const none = { items: [], total: 0 }
  const target = { kind: 'account', id: '7' } as const
  expect(() => walk('inviteAccount', { target }, { listSentInvitations: [none] })).toThrow(
    /does not list/u,
  )
})

test.each(['listAccounts', 'listReceivedInvitations', 'listSentInvitations'] as const)(
  '%s say what comes next',
  (verb) => {
    const items = [{ id: '1' }, { id: '2' }]
    const first = walk(verb, {}, { [verb]: [{ items, total: 5 }] }).value
    expect(first).toEqual({ items, total: 5, next: '2' })
    const last = walk(verb, { token: '3' }, { [verb]: [{ items, total: 5 }] }).value
    expect(last).toEqual({ items, total: 5 })
    // a list that promises more than it holds ends all the same
    const empty = walk(verb, { token: '3' }, { [verb]: [{ items: [], total: 5 }] }).value
    expect(empty).not.toHaveProperty('next')
  },
)

test('the accounts of a parent come from all its pages', () => {
  const pages = [
    { items: [{ id: '7' }], total: 2 },
    { items: [{ id: '8' }], total: 2 },
  ]
  const { value } = walk(
    'listChildren',
    { parent: '1', kind: 'account' },
    { listAccountsIn: pages },
  )
  expect(value).toEqual({
    items: [
      { id: '7', kind: 'account' },
      { id: '8', kind: 'account' },
    ],
  })
})
