import { expect, test } from 'vitest'

import {
  founded,
  guest,
  openTestModel,
  other,
  owner,
  smallRules,
  type TestModel,
} from './test-model.ts'

const day = 24 * 60 * 60 * 1000
const target = { kind: 'account', id: guest } as const

test('an invitation is open and says who invites whom', () => {
  const model = founded()
  const organization = model.get(owner, 'getOrganization', {})
  const invitation = model.get(owner, 'inviteAccount', { target, notes: 'come in' })
  expect(invitation).toMatchObject({ action: 'invite', state: 'open' })
  expect(invitation.parties).toEqual([{ kind: 'organization', id: organization.id }, target])
  expect(invitation.details).toEqual([
    {
      kind: 'organization',
      value: organization.id,
      details: [
        { kind: 'management-email', value: organization.managementEmail },
        { kind: 'management-name', value: `Account ${owner}` },
        { kind: 'features', value: 'all' },
      ],
    },
    { kind: 'account', value: guest },
    { kind: 'notes', value: 'come in' },
  ])
})

const parties = [
  ['organization', 'o-1', 'invitePartyKind'],
  ['robot', guest, 'invitePartyKind'],
  ['account', 'guest@example.com', 'invitePartyKind'],
  ['email', guest, 'inviteEmailInvalid'],
  ['email', 'guest@example.com', 'done'],
  ['account', guest, 'done'],
] as const

test.each(parties)('inviting the %s %s: %s', (kind, id, answer) => {
  expect(founded().why(owner, 'inviteAccount', { target: { kind, id } })).toBe(answer)
})

test('an invitation by e-mail reaches the account that has the address', () => {
  const model = founded()
  const email = `${guest}@example.com`
  const { id } = model.get(owner, 'inviteAccount', { target: { kind: 'email', id: email } })
  expect(
    model.get(guest, 'listReceivedInvitations', {}).items.map((invitation) => invitation.id),
  ).toEqual([id])
  expect(model.why(other, 'acceptInvitation', { invitation: id })).toBe('accessDenied')
  expect(model.get(guest, 'acceptInvitation', { invitation: id }).state).toBe('accepted')
})

test('the same account is not invited twice, by whichever name', () => {
  const model = founded()
  model.get(owner, 'inviteAccount', { target })
  const byEmail = { kind: 'email', id: `${guest}@EXAMPLE.com` } as const
  expect(model.why(owner, 'inviteAccount', { target })).toBe('invitationDuplicate')
  expect(model.why(owner, 'inviteAccount', { target: byEmail })).toBe('invitationDuplicate')
  expect(model.why(owner, 'inviteAccount', { target: { kind: 'account', id: other } })).toBe('done')
})

test('an address nobody has is not invited twice', () => {
  const model = founded()
  const nobody = { kind: 'email', id: 'nobody@example.org' } as const
  model.get(owner, 'inviteAccount', { target: nobody })
  expect(model.why(owner, 'inviteAccount', { target: nobody })).toBe('invitationDuplicate')
})

test('two organizations may invite the same account', () => {
  const model = founded()
  model.get(other, 'createOrganization', {})
  model.get(owner, 'inviteAccount', { target })
  expect(model.why(other, 'inviteAccount', { target })).toBe('done')
})

test.each(['decline', 'cancel', 'expire'])('after %s the account can be invited again', (end) => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  if (end === 'decline') model.get(guest, 'declineInvitation', { invitation: id })
  if (end === 'cancel') model.get(owner, 'cancelInvitation', { invitation: id })
  if (end === 'expire') model.wait(15 * day)
  expect(model.why(owner, 'inviteAccount', { target })).toBe('done')
})

test('a member of any organization is not invited', () => {
  const model = founded()
  model.get(other, 'createOrganization', {})
  model.join(guest)
  expect(model.why(owner, 'inviteAccount', { target })).toBe('inviteeInOrganization')
  expect(model.why(other, 'inviteAccount', { target })).toBe('inviteeInOrganization')
  expect(model.why(owner, 'inviteAccount', { target: { kind: 'account', id: owner } })).toBe(
    'inviteeInOrganization',
  )
})

test('who joined elsewhere meanwhile can not accept', () => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  model.get(guest, 'createOrganization', {})
  expect(model.why(guest, 'acceptInvitation', { invitation: id })).toBe('inviteeInOrganization')
})

test('open invitations count towards the account limit', () => {
  const model = founded({ ...smallRules, limits: { accountsPerOrganization: 2 } })
  model.get(owner, 'inviteAccount', { target })
  expect(model.why(owner, 'inviteAccount', { target: { kind: 'account', id: other } })).toBe(
    'accountCountExceeded',
  )
})

test('with a bad tag nobody is invited', () => {
  const model = founded()
  const tags = [{ key: 'sys:x', value: '' }]
  expect(model.why(owner, 'inviteAccount', { target, tags })).toBe('tagKeyReserved')
  expect(model.get(owner, 'listSentInvitations', {}).items).toEqual([])
})

test('the tags of the invitation are on the account once it joined', () => {
  const model = founded()
  const tags = [{ key: 'team', value: 'blue' }]
  const { id } = model.get(owner, 'inviteAccount', { target, tags })
  model.get(guest, 'acceptInvitation', { invitation: id })
  expect(model.get(owner, 'listTags', { resource: guest }).items).toEqual(tags)
})

test('only the invited account accepts', () => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  expect(model.why(other, 'acceptInvitation', { invitation: id })).toBe('accessDenied')
  expect(model.why(owner, 'acceptInvitation', { invitation: id })).toBe('accessDenied')
  expect(model.get(owner, 'listAccounts', {}).items).toHaveLength(1)
})

test('acceptance makes a member, in the root, under the built-in policy', () => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  expect(model.get(guest, 'acceptInvitation', { invitation: id }).state).toBe('accepted')
  expect(model.get(owner, 'getAccount', { account: guest })).toMatchObject({ joinedBy: 'invited' })
  expect(model.get(owner, 'listParents', { child: guest }).items[0]?.id).toBe(model.root)
  const attached = model.get(owner, 'listPoliciesOn', { target: guest, type: 'control' })
  expect(attached.items.map((policy) => policy.id)).toEqual(['p-builtin'])
})

test('only the sender cancels; then nobody can answer', () => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  expect(model.why(guest, 'cancelInvitation', { invitation: id })).toBe('accessDenied')
  expect(model.get(owner, 'cancelInvitation', { invitation: id }).state).toBe('cancelled')
  expect(model.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
  expect(model.why(guest, 'declineInvitation', { invitation: id })).toBe(
    'invitationWrongTransition',
  )
})

test('only the invited account declines; then it can not accept', () => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  expect(model.why(owner, 'declineInvitation', { invitation: id })).toBe('accessDenied')
  expect(model.get(guest, 'declineInvitation', { invitation: id }).state).toBe('declined')
  expect(model.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
})

type Step = readonly [
  caller: string,
  verb: 'acceptInvitation' | 'declineInvitation' | 'cancelInvitation',
]
const accept: Step = [guest, 'acceptInvitation']
const decline: Step = [guest, 'declineInvitation']
const cancel: Step = [owner, 'cancelInvitation']

const after = (model: TestModel, first: Step, second: Step): string => {
  const { id } = model.get(owner, 'inviteAccount', { target })
  model.get(first[0], first[1], { invitation: id })
  return model.why(second[0], second[1], { invitation: id })
}

test.each([accept, decline, cancel])('as %s: %s twice is told so', (...step) => {
  expect(after(founded(), step, step)).toBe('invitationAlreadyInState')
})

const transitions = [
  [accept, decline],
  [accept, cancel],
  [decline, accept],
  [decline, cancel],
  [cancel, accept],
  [cancel, decline],
] as const

test.each(transitions)('after %s there is no %s', (first, second) => {
  expect(after(founded(), first, second)).toBe('invitationWrongTransition')
})

test.each(['acceptInvitation', 'declineInvitation', 'cancelInvitation', 'getInvitation'] as const)(
  '%s of an unknown invitation',
  (verb) => {
    expect(founded().why(owner, verb, { invitation: 'x' })).toBe('invitationNotFound')
    expect(openTestModel().why(guest, verb, { invitation: 'x' })).toBe('invitationNotFound')
  },
)

const ends: readonly (readonly [string, Step | undefined])[] = [
  ['accepted', accept],
  ['declined', decline],
  ['cancelled', cancel],
  ['expired', undefined],
]

test.each(ends)('an invitation that is %s stays 30 days', (_, step) => {
  const model = founded()
  const { id } = model.get(owner, 'inviteAccount', { target })
  if (step) model.get(step[0], step[1], { invitation: id })
  else model.wait(15 * day)
  const ids = (): readonly (readonly string[])[] => [
    model.get(owner, 'listSentInvitations', {}).items.map((invitation) => invitation.id),
    model.get(guest, 'listReceivedInvitations', {}).items.map((invitation) => invitation.id),
  ]
  model.wait(30 * day - 1)
  expect(ids()).toEqual([[id], [id]])
  expect(model.why(owner, 'getInvitation', { invitation: id })).toBe('done')
  model.wait(1)
  expect(ids()).toEqual([[], []])
  expect(model.why(owner, 'getInvitation', { invitation: id })).toBe('invitationNotFound')
})

test('organization and invitee read the invitation, others do not', () => {
  const model = founded()
  model.join(other)
  const { id } = model.get(owner, 'inviteAccount', { target })
  for (const reader of [owner, other, guest])
    expect(model.get(reader, 'getInvitation', { invitation: id }).id).toBe(id)
  expect(model.why('444444444444', 'getInvitation', { invitation: id })).toBe('accessDenied')
})

test('a filter is by action or by parent', () => {
  const model = founded()
  model.get(owner, 'inviteAccount', { target })
  const filter = { action: 'invite', parent: 'x' } as const
  expect(model.why(owner, 'listSentInvitations', { filter })).toBe('invitationFilterAmbiguous')
  expect(model.why(guest, 'listReceivedInvitations', { filter })).toBe('invitationFilterAmbiguous')
  const count = (action: 'invite' | 'approve-all'): number =>
    model.get(owner, 'listSentInvitations', { filter: { action } }).items.length
  expect([count('invite'), count('approve-all')]).toEqual([1, 0])
})

test('an invitation expires; then it can not be answered', () => {
  const model = founded()
  const { id, requestedAt, expiresAt } = model.get(owner, 'inviteAccount', { target })
  expect((expiresAt ?? 0) - (requestedAt ?? 0)).toBe(15 * day)
  model.wait(15 * day - 1)
  expect(model.get(guest, 'getInvitation', { invitation: id }).state).toBe('open')
  model.wait(1)
  expect(model.get(guest, 'getInvitation', { invitation: id }).state).toBe('expired')
  expect(model.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
  expect(model.why(owner, 'cancelInvitation', { invitation: id })).toBe('invitationWrongTransition')
})

test('without a limit an invitation never expires', () => {
  const model = founded({ ...smallRules, limits: {} })
  const { id, expiresAt } = model.get(owner, 'inviteAccount', { target })
  expect(expiresAt).toBeUndefined()
  model.wait(1000 * day)
  expect(model.why(guest, 'acceptInvitation', { invitation: id })).toBe('done')
})
