import { expect, test } from 'vitest'
import { founded, guest, openStage, other, owner, smallRules, type Stage } from './test-model.ts'

const day = 24 * 60 * 60 * 1000
const target = { kind: 'account', id: guest } as const

test('D1 an invitation is open and says who invites whom', () => {
  const stage = founded()
  const organization = stage.get(owner, 'getOrganization', {})
  const invitation = stage.get(owner, 'inviteAccount', { target, notes: 'come in' })
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

test.each(parties)('D2 inviting the %s %s: %s', (kind, id, answer) => {
  expect(founded().why(owner, 'inviteAccount', { target: { kind, id } })).toBe(answer)
})

test('D2 an invitation by e-mail reaches the account that has the address', () => {
  const stage = founded()
  const email = `${guest}@example.com`
  const { id } = stage.get(owner, 'inviteAccount', { target: { kind: 'email', id: email } })
  expect(
    stage.get(guest, 'listReceivedInvitations', {}).items.map((invitation) => invitation.id),
  ).toEqual([id])
  expect(stage.why(other, 'acceptInvitation', { invitation: id })).toBe('accessDenied')
  expect(stage.get(guest, 'acceptInvitation', { invitation: id }).state).toBe('accepted')
})

test('D5 the same account is not invited twice, by whichever name', () => {
  const stage = founded()
  stage.get(owner, 'inviteAccount', { target })
  const byEmail = { kind: 'email', id: `${guest}@EXAMPLE.com` } as const
  expect(stage.why(owner, 'inviteAccount', { target })).toBe('invitationDuplicate')
  expect(stage.why(owner, 'inviteAccount', { target: byEmail })).toBe('invitationDuplicate')
  expect(stage.why(owner, 'inviteAccount', { target: { kind: 'account', id: other } })).toBe('done')
})

test('D5 an address nobody has is not invited twice', () => {
  const stage = founded()
  const nobody = { kind: 'email', id: 'nobody@example.org' } as const
  stage.get(owner, 'inviteAccount', { target: nobody })
  expect(stage.why(owner, 'inviteAccount', { target: nobody })).toBe('invitationDuplicate')
})

test('D5 two organizations may invite the same account', () => {
  const stage = founded()
  stage.get(other, 'createOrganization', {})
  stage.get(owner, 'inviteAccount', { target })
  expect(stage.why(other, 'inviteAccount', { target })).toBe('done')
})

test.each(['decline', 'cancel', 'expire'])(
  'D5 after %s the account can be invited again',
  (end) => {
    const stage = founded()
    const { id } = stage.get(owner, 'inviteAccount', { target })
    if (end === 'decline') stage.get(guest, 'declineInvitation', { invitation: id })
    if (end === 'cancel') stage.get(owner, 'cancelInvitation', { invitation: id })
    if (end === 'expire') stage.wait(15 * day)
    expect(stage.why(owner, 'inviteAccount', { target })).toBe('done')
  },
)

test('D6 a member of any organization is not invited', () => {
  const stage = founded()
  stage.get(other, 'createOrganization', {})
  stage.join(guest)
  expect(stage.why(owner, 'inviteAccount', { target })).toBe('inviteeInOrganization')
  expect(stage.why(other, 'inviteAccount', { target })).toBe('inviteeInOrganization')
  expect(stage.why(owner, 'inviteAccount', { target: { kind: 'account', id: owner } })).toBe(
    'inviteeInOrganization',
  )
})

test('D6 who joined elsewhere meanwhile can not accept', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target })
  stage.get(guest, 'createOrganization', {})
  expect(stage.why(guest, 'acceptInvitation', { invitation: id })).toBe('inviteeInOrganization')
})

test('D8 open invitations count towards the account limit', () => {
  const stage = founded({ ...smallRules, limits: { accountsPerOrganization: 2 } })
  stage.get(owner, 'inviteAccount', { target })
  expect(stage.why(owner, 'inviteAccount', { target: { kind: 'account', id: other } })).toBe(
    'accountCountExceeded',
  )
})

test('D9 with a bad tag nobody is invited', () => {
  const stage = founded()
  const tags = [{ key: 'sys:x', value: '' }]
  expect(stage.why(owner, 'inviteAccount', { target, tags })).toBe('tagKeyReserved')
  expect(stage.get(owner, 'listSentInvitations', {}).items).toEqual([])
})

test('D10 the tags of the invitation are on the account once it joined', () => {
  const stage = founded()
  const tags = [{ key: 'team', value: 'blue' }]
  const { id } = stage.get(owner, 'inviteAccount', { target, tags })
  stage.get(guest, 'acceptInvitation', { invitation: id })
  expect(stage.get(owner, 'listTags', { resource: guest }).items).toEqual(tags)
})

test('D11 only the invited account accepts', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target })
  expect(stage.why(other, 'acceptInvitation', { invitation: id })).toBe('accessDenied')
  expect(stage.why(owner, 'acceptInvitation', { invitation: id })).toBe('accessDenied')
  expect(stage.get(owner, 'listAccounts', {}).items).toHaveLength(1)
})

test('D12 acceptance makes a member, in the root, under the built-in policy', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target })
  expect(stage.get(guest, 'acceptInvitation', { invitation: id }).state).toBe('accepted')
  expect(stage.get(owner, 'getAccount', { account: guest })).toMatchObject({ joinedBy: 'invited' })
  expect(stage.get(owner, 'listParents', { child: guest }).items[0]?.id).toBe(stage.root)
  const attached = stage.get(owner, 'listPoliciesOn', { target: guest, type: 'control' })
  expect(attached.items.map((policy) => policy.id)).toEqual(['p-builtin'])
})

test('D13 only the sender cancels; then nobody can answer', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target })
  expect(stage.why(guest, 'cancelInvitation', { invitation: id })).toBe('accessDenied')
  expect(stage.get(owner, 'cancelInvitation', { invitation: id }).state).toBe('cancelled')
  expect(stage.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
  expect(stage.why(guest, 'declineInvitation', { invitation: id })).toBe(
    'invitationWrongTransition',
  )
})

test('D14 only the invited account declines; then it can not accept', () => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target })
  expect(stage.why(owner, 'declineInvitation', { invitation: id })).toBe('accessDenied')
  expect(stage.get(guest, 'declineInvitation', { invitation: id }).state).toBe('declined')
  expect(stage.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
})

type Step = readonly [
  caller: string,
  verb: 'acceptInvitation' | 'declineInvitation' | 'cancelInvitation',
]
const accept: Step = [guest, 'acceptInvitation']
const decline: Step = [guest, 'declineInvitation']
const cancel: Step = [owner, 'cancelInvitation']

const after = (stage: Stage, first: Step, second: Step): string => {
  const { id } = stage.get(owner, 'inviteAccount', { target })
  stage.get(first[0], first[1], { invitation: id })
  return stage.why(second[0], second[1], { invitation: id })
}

test.each([accept, decline, cancel])('D15 as %s: %s twice is told so', (...step) => {
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

test.each(transitions)('D16 after %s there is no %s', (first, second) => {
  expect(after(founded(), first, second)).toBe('invitationWrongTransition')
})

test.each(['acceptInvitation', 'declineInvitation', 'cancelInvitation', 'getInvitation'] as const)(
  'D17 %s of an unknown invitation',
  (verb) => {
    expect(founded().why(owner, verb, { invitation: 'x' })).toBe('invitationNotFound')
    expect(openStage().why(guest, verb, { invitation: 'x' })).toBe('invitationNotFound')
  },
)

const ends: readonly (readonly [string, Step | undefined])[] = [
  ['accepted', accept],
  ['declined', decline],
  ['cancelled', cancel],
  ['expired', undefined],
]

test.each(ends)('D18 D19 an invitation that is %s stays 30 days', (_, step) => {
  const stage = founded()
  const { id } = stage.get(owner, 'inviteAccount', { target })
  if (step) stage.get(step[0], step[1], { invitation: id })
  else stage.wait(15 * day)
  const ids = (): readonly (readonly string[])[] => [
    stage.get(owner, 'listSentInvitations', {}).items.map((invitation) => invitation.id),
    stage.get(guest, 'listReceivedInvitations', {}).items.map((invitation) => invitation.id),
  ]
  stage.wait(30 * day - 1)
  expect(ids()).toEqual([[id], [id]])
  expect(stage.why(owner, 'getInvitation', { invitation: id })).toBe('done')
  stage.wait(1)
  expect(ids()).toEqual([[], []])
  expect(stage.why(owner, 'getInvitation', { invitation: id })).toBe('invitationNotFound')
})

test('D20 organization and invitee read the invitation, others do not', () => {
  const stage = founded()
  stage.join(other)
  const { id } = stage.get(owner, 'inviteAccount', { target })
  for (const reader of [owner, other, guest])
    expect(stage.get(reader, 'getInvitation', { invitation: id }).id).toBe(id)
  expect(stage.why('444444444444', 'getInvitation', { invitation: id })).toBe('accessDenied')
})

test('D21 a filter is by action or by parent', () => {
  const stage = founded()
  stage.get(owner, 'inviteAccount', { target })
  const filter = { action: 'invite', parent: 'x' } as const
  expect(stage.why(owner, 'listSentInvitations', { filter })).toBe('invitationFilterAmbiguous')
  expect(stage.why(guest, 'listReceivedInvitations', { filter })).toBe('invitationFilterAmbiguous')
  const count = (action: 'invite' | 'approve-all'): number =>
    stage.get(owner, 'listSentInvitations', { filter: { action } }).items.length
  expect([count('invite'), count('approve-all')]).toEqual([1, 0])
})

test('D22 an invitation expires; then it can not be answered', () => {
  const stage = founded()
  const { id, requestedAt, expiresAt } = stage.get(owner, 'inviteAccount', { target })
  expect((expiresAt ?? 0) - (requestedAt ?? 0)).toBe(15 * day)
  stage.wait(15 * day - 1)
  expect(stage.get(guest, 'getInvitation', { invitation: id }).state).toBe('open')
  stage.wait(1)
  expect(stage.get(guest, 'getInvitation', { invitation: id }).state).toBe('expired')
  expect(stage.why(guest, 'acceptInvitation', { invitation: id })).toBe('invitationWrongTransition')
  expect(stage.why(owner, 'cancelInvitation', { invitation: id })).toBe('invitationWrongTransition')
})

test('D22 without a limit an invitation never expires', () => {
  const stage = founded({ ...smallRules, limits: {} })
  const { id, expiresAt } = stage.get(owner, 'inviteAccount', { target })
  expect(expiresAt).toBeUndefined()
  stage.wait(1000 * day)
  expect(stage.why(guest, 'acceptInvitation', { invitation: id })).toBe('done')
})
