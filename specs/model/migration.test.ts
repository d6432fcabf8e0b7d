import { expect, test } from 'vitest'
import type { Rules } from './rules.ts'
import { founded, guest, other, owner, smallRules, type Founded } from './test-model.ts'

/**
 * A billing organization with two invited members and one created member, asked to enable all
 * features.
 */
const migrating = (rules: Rules = smallRules): Founded & { readonly whole: string } => {
  const stage = founded(rules, 'billing')
  stage.join(guest)
  stage.join(other)
  stage.create('new')
  return { ...stage, whole: stage.get(owner, 'enableAllFeatures', {}).id }
}

const partOf = (stage: Founded, account: string): string =>
  stage.get(account, 'listReceivedInvitations', { filter: { action: 'approve-all' } }).items[0]
    ?.id ?? ''

const state = ({ get, whole }: ReturnType<typeof migrating>): unknown =>
  get(owner, 'getInvitation', { invitation: whole }).state

test('D7 nobody is invited while the migration runs', () => {
  const stage = migrating()
  const target = { kind: 'account', id: '444444444444' } as const
  expect(stage.why(owner, 'inviteAccount', { target })).toBe('inviteDuringMigration')
  stage.get(owner, 'cancelInvitation', { invitation: stage.whole })
  expect(stage.why(owner, 'inviteAccount', { target })).toBe('done')
})

test('D11 each member answers its own part, the management completes', () => {
  const stage = migrating()
  const part = partOf(stage, guest)
  expect(stage.why(other, 'acceptInvitation', { invitation: part })).toBe('accessDenied')
  expect(stage.why(guest, 'acceptInvitation', { invitation: stage.whole })).toBe('accessDenied')
  expect(stage.why(guest, 'acceptInvitation', { invitation: part })).toBe('done')
})

test('D21 the parts are found by their parent', () => {
  const stage = migrating()
  const { items } = stage.get(owner, 'listSentInvitations', { filter: { parent: stage.whole } })
  expect(items.map(({ action }) => action)).toEqual(['approve-all', 'approve-all'])
  expect(items.map(({ parties }) => parties?.[1]?.id)).toEqual([guest, other])
  expect(items[0]?.details).toContainEqual({ kind: 'parent-invitation', value: stage.whole })
})

test('D23 an organization with all features has nothing to enable', () => {
  expect(founded().why(owner, 'enableAllFeatures', {})).toBe('allFeaturesAlready')
})

test('D24 a migration is not started twice', () => {
  expect(migrating().why(owner, 'enableAllFeatures', {})).toBe('allFeaturesPending')
})

test('D25 invited members are asked, created ones are not', () => {
  const stage = migrating()
  expect(
    stage.get(owner, 'listSentInvitations', { filter: { action: 'approve-all' } }).items,
  ).toHaveLength(2)
})

test('D25 the management completes only when all have agreed', () => {
  const stage = migrating()
  stage.get(guest, 'acceptInvitation', { invitation: partOf(stage, guest) })
  expect(state(stage)).toBe('requested')
  expect(stage.why(owner, 'acceptInvitation', { invitation: stage.whole })).toBe(
    'invitationWrongTransition',
  )
  expect(stage.get(owner, 'getOrganization', {}).features).toBe('billing')
  stage.get(other, 'acceptInvitation', { invitation: partOf(stage, other) })
  expect(state(stage)).toBe('open')
  expect(stage.get(owner, 'acceptInvitation', { invitation: stage.whole }).state).toBe('accepted')
  expect(stage.get(owner, 'getOrganization', {}).features).toBe('all')
})

test('D25 one member that declines stops the migration', () => {
  const stage = migrating()
  stage.get(guest, 'declineInvitation', { invitation: partOf(stage, guest) })
  stage.get(other, 'acceptInvitation', { invitation: partOf(stage, other) })
  expect(stage.why(owner, 'acceptInvitation', { invitation: stage.whole })).toBe(
    'invitationWrongTransition',
  )
})

test('D25 a member that leaves need not agree', () => {
  const stage = migrating()
  const part = partOf(stage, guest)
  stage.get(other, 'acceptInvitation', { invitation: partOf(stage, other) })
  stage.get(guest, 'leaveOrganization', {})
  expect(stage.why(guest, 'acceptInvitation', { invitation: part })).toBe(
    'invitationWrongTransition',
  )
  expect(stage.why(owner, 'acceptInvitation', { invitation: stage.whole })).toBe('done')
})

test('D13 cancelling the whole cancels its parts', () => {
  const stage = migrating()
  const part = partOf(stage, guest)
  stage.get(owner, 'cancelInvitation', { invitation: stage.whole })
  expect(stage.get(guest, 'getInvitation', { invitation: part }).state).toBe('cancelled')
  expect(stage.why(owner, 'enableAllFeatures', {})).toBe('done')
})

test('D26 without invited members the management completes at once', () => {
  const stage = founded(smallRules, 'billing')
  const whole = stage.get(owner, 'enableAllFeatures', {})
  expect(whole).toMatchObject({ state: 'open', action: 'enable-all' })
  expect(whole.parties).toHaveLength(1)
  expect(stage.why(owner, 'acceptInvitation', { invitation: whole.id })).toBe('done')
})

test('D27 after the migration types are enabled one by one, and the built-in policy is everywhere', () => {
  const stage = founded(smallRules, 'billing')
  stage.join(guest)
  const { id } = stage.get(owner, 'enableAllFeatures', {})
  stage.get(guest, 'acceptInvitation', { invitation: partOf(stage, guest) })
  stage.get(owner, 'acceptInvitation', { invitation: id })
  expect(stage.get(owner, 'listRoots', {}).items[0]?.policyTypes).toEqual([])
  stage.get(owner, 'enablePolicyType', { root: stage.root, type: 'control' })
  const targets = stage.get(owner, 'listTargetsOf', { policy: 'p-builtin' }).items
  expect(targets.map((node) => node.id)).toEqual([stage.root, owner, guest])
})

test('Z17 a vendor may call the two steps the other way round', () => {
  const migration = { members: 'enable-all', management: 'approve-all' } as const
  const stage = migrating({ ...smallRules, migration })
  for (const member of [guest, other]) {
    const filter = { action: 'enable-all' } as const
    const [part] = stage.get(member, 'listReceivedInvitations', { filter }).items
    stage.get(member, 'acceptInvitation', { invitation: part?.id ?? '' })
  }
  expect(stage.get(owner, 'acceptInvitation', { invitation: stage.whole }).action).toBe(
    'approve-all',
  )
})
