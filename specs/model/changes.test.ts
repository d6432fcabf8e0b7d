import { expect, test } from 'vitest'

import type { Command } from '../vocabulary/verbs.ts'
import { applyTo, commit, emptyStore, emptyWorld } from './changes.ts'
import { decide } from './decide.ts'
import { guest, owner, smallRules } from './test-model.ts'

const script: readonly Command[] = [
  { caller: owner, verb: 'createOrganization', args: {} },
  { caller: owner, verb: 'inviteAccount', args: { target: { kind: 'account', id: guest } } },
  { caller: guest, verb: 'acceptInvitation', args: { invitation: 'invitation-3' } },
  { caller: owner, verb: 'createAccount', args: { name: 'a', email: 'A@example.org' } },
  { caller: owner, verb: 'removeAccount', args: { account: guest } },
]

const context = (): Parameters<typeof decide>[2] => {
  let count = 0
  const newId = (kind: string): string => {
    count += 1
    return `${kind}-${count}`
  }
  return { now: 1, newId, rules: smallRules, own: {} }
}

test('writing in place comes to the same as writing copies', () => {
  const store = emptyStore()
  let world = emptyWorld()
  const [one, two] = [context(), context()]
  for (const command of script) {
    const here = decide(store, command, one)
    const there = decide(world, command, two)
    expect(here).toEqual(there)
    expect(here.kind).toBe('done')
    if (here.kind === 'done') applyTo(store, here.changes)
    if (there.kind === 'done') world = commit(world, there.changes)
  }
  expect(store).toEqual(world)
  expect(store.emails.get('a@example.org')).toBe('account-5')
})

test('a commit leaves the old world as it was', () => {
  const before = emptyWorld()
  const decision = decide(
    before,
    { caller: owner, verb: 'createOrganization', args: {} },
    context(),
  )
  if (decision.kind !== 'done') throw new Error(decision.detail)
  const after = commit(before, decision.changes)
  expect(before).toEqual(emptyWorld())
  expect([...after.organizations.keys()]).toEqual(['organization-1'])
})

test('a refusal has no changes', () => {
  const decision = decide(
    emptyWorld(),
    { caller: owner, verb: 'leaveOrganization', args: {} },
    context(),
  )
  expect(decision).toEqual({
    kind: 'refused',
    refusal: 'notInOrganization',
    detail: expect.any(String) as string,
  })
})
