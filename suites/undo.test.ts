import { expect, test } from 'vitest'

import type { Actor } from './actor.ts'
import { ensureReversible, undoOf, type Undo } from './undo.ts'
import { Unmet } from './unmet.ts'

const asked: unknown[] = []
const actor = new Proxy({ id: '1' } as unknown as Actor, {
  get: (target, verb) =>
    verb in target
      ? (Reflect.get(target, verb) as unknown)
      : (args: unknown) => asked.push([verb, args]),
})

const enabled: Undo = {
  verb: 'enableType',
  args: { root: 'r', type: 'tag' },
  account: '1',
  run: () => Promise.reject(new Error('not here')),
}

test('what ends the organization or an account is never reversible', () => {
  expect(() => ensureReversible('dissolve', {}, [])).toThrow(Unmet)
  expect(() => ensureReversible('close', { account: '1' }, [enabled])).toThrow(Unmet)
})

test('what the case did itself it may take back, and nothing else', () => {
  const same = { root: 'r', type: 'tag' }
  expect(() => ensureReversible('disableType', same, [])).toThrow(Unmet)
  expect(() => ensureReversible('disableType', same, [enabled])).not.toThrow()
  expect(() => ensureReversible('disableType', { ...same, type: 'control' }, [enabled])).toThrow(
    Unmet,
  )
})

test('reads and creations are always allowed', () => {
  for (const verb of ['units', 'createUnit', 'createPolicy'] as const) {
    expect(() => ensureReversible(verb, {}, [])).not.toThrow()
  }
})

test('a move is undone by a move back, a read not at all', async () => {
  const args = { account: '2', from: 'a', to: 'b' }
  const undo = undoOf({ verb: 'move', args, actor, owner: actor }, {})
  await undo?.run()
  expect(asked).toEqual([['move', { account: '2', from: 'b', to: 'a' }]])
  expect(undoOf({ verb: 'roots', args: {}, actor, owner: actor }, { items: [] })).toBeUndefined()
})
