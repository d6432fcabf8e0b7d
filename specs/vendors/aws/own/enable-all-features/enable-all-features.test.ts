import { expect, test } from 'vitest'

import type { Rules } from '../../../../model/rules.ts'
import {
  founded as foundedBy,
  guest,
  other,
  owner,
  smallRules,
  type Founded,
} from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('aws') })

const founded = (rules = smallRules, features: 'all' | 'billing' = 'all'): Founded =>
  foundedBy(rules, features, own)

/**
 * A billing organization with two invited members and one created member, asked to enable all
 * features.
 */
const migrating = (rules: Rules = smallRules): Founded & { readonly whole: string } => {
  const model = founded(rules, 'billing')
  model.join(guest)
  model.join(other)
  model.create('new')
  return { ...model, whole: model.get(owner, 'enableAllFeatures', {}).id }
}

const partOf = (model: Founded, account: string): string =>
  model.get(account, 'listReceivedInvitations', { filter: { action: 'approve-all' } }).items[0]
    ?.id ?? ''

const state = ({ get, whole }: ReturnType<typeof migrating>): unknown =>
  get(owner, 'getInvitation', { invitation: whole }).state

test('nobody is invited while the migration runs', () => {
  const model = migrating()
  const target = { kind: 'account', id: '444444444444' } as const
  expect(model.why(owner, 'inviteAccount', { target })).toBe('inviteDuringMigration')
  model.get(owner, 'cancelInvitation', { invitation: model.whole })
  expect(model.why(owner, 'inviteAccount', { target })).toBe('done')
})

test('each member answers its own part, the management completes', () => {
  const model = migrating()
  const part = partOf(model, guest)
  expect(model.why(other, 'acceptInvitation', { invitation: part })).toBe('accessDenied')
  expect(model.why(guest, 'acceptInvitation', { invitation: model.whole })).toBe('accessDenied')
  expect(model.why(guest, 'acceptInvitation', { invitation: part })).toBe('done')
})

test('the parts are found by their parent', () => {
  const model = migrating()
  const { items } = model.get(owner, 'listSentInvitations', { filter: { parent: model.whole } })
  expect(items.map(({ action }) => action)).toEqual(['approve-all', 'approve-all'])
  expect(items.map(({ parties }) => parties?.[1]?.id)).toEqual([guest, other])
  expect(items[0]?.details).toContainEqual({ kind: 'parent-invitation', value: model.whole })
})

test('an organization with all features has nothing to enable', () => {
  expect(founded().why(owner, 'enableAllFeatures', {})).toBe('allFeaturesAlready')
})

test('a migration is not started twice', () => {
  expect(migrating().why(owner, 'enableAllFeatures', {})).toBe('allFeaturesPending')
})

test('invited members are asked, created ones are not', () => {
  const model = migrating()
  expect(
    model.get(owner, 'listSentInvitations', { filter: { action: 'approve-all' } }).items,
  ).toHaveLength(2)
})

test('the management completes only when all have agreed', () => {
  const model = migrating()
  model.get(guest, 'acceptInvitation', { invitation: partOf(model, guest) })
  expect(state(model)).toBe('requested')
  expect(model.why(owner, 'acceptInvitation', { invitation: model.whole })).toBe(
    'invitationWrongTransition',
  )
  expect(model.get(owner, 'getOrganization', {}).features).toBe('billing')
  model.get(other, 'acceptInvitation', { invitation: partOf(model, other) })
  expect(state(model)).toBe('open')
  expect(model.get(owner, 'acceptInvitation', { invitation: model.whole }).state).toBe('accepted')
  expect(model.get(owner, 'getOrganization', {}).features).toBe('all')
})

test('one member that declines stops the migration', () => {
  const model = migrating()
  model.get(guest, 'declineInvitation', { invitation: partOf(model, guest) })
  model.get(other, 'acceptInvitation', { invitation: partOf(model, other) })
  expect(model.why(owner, 'acceptInvitation', { invitation: model.whole })).toBe(
    'invitationWrongTransition',
  )
})

test('a member that leaves need not agree', () => {
  const model = migrating()
  const part = partOf(model, guest)
  model.get(other, 'acceptInvitation', { invitation: partOf(model, other) })
  model.get(guest, 'leaveOrganization', {})
  expect(model.why(guest, 'acceptInvitation', { invitation: part })).toBe(
    'invitationWrongTransition',
  )
  expect(model.why(owner, 'acceptInvitation', { invitation: model.whole })).toBe('done')
})

test('cancelling the whole cancels its parts', () => {
  const model = migrating()
  const part = partOf(model, guest)
  model.get(owner, 'cancelInvitation', { invitation: model.whole })
  expect(model.get(guest, 'getInvitation', { invitation: part }).state).toBe('cancelled')
  expect(model.why(owner, 'enableAllFeatures', {})).toBe('done')
})

test('without invited members the management completes at once', () => {
  const model = founded(smallRules, 'billing')
  const whole = model.get(owner, 'enableAllFeatures', {})
  expect(whole).toMatchObject({ state: 'open', action: 'enable-all' })
  expect(whole.parties).toHaveLength(1)
  expect(model.why(owner, 'acceptInvitation', { invitation: whole.id })).toBe('done')
})

test('after the migration types are enabled one by one, and the built-in policy is everywhere', () => {
  const model = founded(smallRules, 'billing')
  model.join(guest)
  const { id } = model.get(owner, 'enableAllFeatures', {})
  model.get(guest, 'acceptInvitation', { invitation: partOf(model, guest) })
  model.get(owner, 'acceptInvitation', { invitation: id })
  expect(model.get(owner, 'listRoots', {}).items[0]?.policyTypes).toEqual([])
  model.get(owner, 'enablePolicyType', { root: model.root, type: 'control' })
  const targets = model.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items
  expect(targets.map((node) => node.id)).toEqual([model.root, owner, guest])
})

test('a vendor may call the two steps the other way round', () => {
  const migration = { members: 'enable-all', management: 'approve-all' } as const
  const model = migrating({ ...smallRules, migration })
  for (const member of [guest, other]) {
    const filter = { action: 'enable-all' } as const
    const [part] = model.get(member, 'listReceivedInvitations', { filter }).items
    model.get(member, 'acceptInvitation', { invitation: part?.id ?? '' })
  }
  expect(model.get(owner, 'acceptInvitation', { invitation: model.whole }).action).toBe(
    'approve-all',
  )
})
