import { describe, expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import type { Json } from '../specs/contract/json.ts'
import { rowOf } from '../specs/vendor/dialect.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Args, Result, Verb } from '../specs/vocabulary/verbs.ts'
import { issueToken } from '../specs/wire/issued-token.ts'
import type { Answer, Message, SignedHeadersOf } from '../specs/wire/wire.ts'
import { type Facade, openFacade } from './facade.ts'
import { loadFaults } from './fault-kit/load-faults.ts'
import type { Fault } from './fault.ts'

/**
 * Every fault, looked at twice: what the right endpoint shows, and what the wrong one shows instead. A fault that
 * nobody can see would make the suite look better than it is.
 */
const vendor = await loadVendor('aws')
const boss = '100000000001'
const guest = '100000000002'
const third = '100000000003'
const minute = 60_000
const day = 24 * 60 * minute

interface Said<V extends Verb> {
  /** `ok`, or the code of the refusal and its reason, or what is wrong with the answer */
  readonly came: string
  readonly result: Result<V>
  readonly answer: Answer
}

/** In what a forged signature differs: milliseconds since it was made, its region, and its list of names. */
interface Forged {
  readonly age?: number
  readonly region?: string
  /** the names that are signed, out of the usual ones */
  readonly signedHeaders?: SignedHeadersOf
}

interface Talk {
  readonly say: <V extends Verb>(caller: string, verb: V, args: Args<V>) => Promise<Said<V>>
  /** the vendor's words as they are */
  readonly send: (caller: string, operation: string, input: Json) => Promise<Answer>
  /** a signed message, spoiled on its way */
  readonly forge: (spoil: (message: Message) => Message, scope?: Forged) => Promise<Answer>
  /** the fault it talks to */
  readonly fault: Fault | undefined
  readonly wait: (milliseconds: number) => void
}

const endpoint = new URL('http://127.0.0.1:1')
const nobody = {} as never

const talkTo = (fault: Fault | undefined): Talk => {
  let now = Date.UTC(2024, 9, 1)
  let state = 17
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const facade: Facade = openFacade(vendor, { clock: () => now, random, ...(fault && { fault }) })
  const signed = async (
    message: Message,
    accessKey: string,
    { age = 0, region = vendor.region, ...list }: Forged = {},
  ): Promise<Message> => {
    const credentials = { accessKey, secret: vendor.referenceEndpoint.secret }
    const scope = { credentials, region, at: new Date(now - age), ...list }
    return await vendor.wire.sign(message, endpoint, scope)
  }
  const send: Talk['send'] = async (caller, operation, input) => {
    const message = vendor.wire.encode(operationOf(vendor.contract, operation), input)
    return await facade.answer(await signed(message, caller))
  }
  const forge: Talk['forge'] = async (spoil, scope) => {
    const encoded = vendor.wire.encode(operationOf(vendor.contract, 'ListRoots'), {})
    const message = { ...encoded, body: '{"Unknown":"\uFFFD"}' }
    return await facade.answer(spoil(await signed(message, boss, scope)))
  }
  const say: Talk['say'] = async (caller, verb, args) => {
    const row = rowOf(vendor.dialect, verb)
    if (row === undefined) throw new Error(`no row for ${verb}`)
    const answer = await send(caller, row.operation, row.args.write(args))
    const reply = vendor.wire.decode(operationOf(vendor.contract, row.operation), answer)
    if (reply.kind === 'refusal') {
      const came = [reply.code, ...(reply.reason === undefined ? [] : [reply.reason])].join(' ')
      return { came, result: nobody, answer }
    }
    if (reply.kind !== 'output') return { came: reply.kind, result: nobody, answer }
    try {
      return { came: 'ok', result: row.result.read(reply.output), answer }
    } catch {
      return { came: 'unreadable', result: nobody, answer }
    }
  }
  return { say, send, forge, fault, wait: (milliseconds) => void (now += milliseconds) }
}

const founded = async ({ say }: Talk, owner = boss, features: 'all' | 'billing' = 'all') => {
  await say(owner, 'createOrganization', { features })
  const { result } = await say(owner, 'listRoots', {})
  return result.items[0]?.id ?? ''
}

const invited = async ({ say }: Talk, whom = guest): Promise<string> =>
  (await say(boss, 'inviteAccount', { target: { kind: 'account', id: whom } })).result.id

const joined = async (talk: Talk, whom = guest): Promise<string> => {
  await talk.say(whom, 'acceptInvitation', { invitation: await invited(talk, whom) })
  return whom
}

const created = async ({ say, wait }: Talk): Promise<string> => {
  const started = await say(boss, 'createAccount', { name: 'Made', email: 'made@example.org' })
  wait(minute)
  const ended = await say(boss, 'getAccountCreation', { creation: started.result.id })
  return ended.result.account ?? ''
}

const unitIn = async ({ say }: Talk, parent: string, name: string): Promise<string> =>
  (await say(boss, 'createUnit', { parent, name })).result.id

const [content, otherContent] = vendor.profile.policyContents.control ?? ['', '']
const [tagContent] = vendor.profile.policyContents.tag ?? ['']
const [service, otherService] = vendor.profile.services

const policyNamed = async ({ say }: Talk, name: string): Promise<string> =>
  (await say(boss, 'createPolicy', { name, type: 'control', description: 'd', content })).result.id

const sameTags = [
  { key: 'a', value: '1' },
  { key: 'a', value: '2' },
]

const manyTags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }))

const withBareByte = (message: Message): Message => ({
  ...message,
  bytes: Buffer.concat([Buffer.from('{"Unknown":"'), Buffer.from([0xff]), Buffer.from('"}')]),
})

const firstTwice: SignedHeadersOf = ([first = '', ...others]) => [first, first, ...others]
const backwards: SignedHeadersOf = (names) => names.toReversed()

/** The answer to a call with a token that is issued so many milliseconds from now. */
const sayByToken = async (fault: Fault | undefined, ahead: number): Promise<Answer> => {
  const codearts = await loadVendor('codearts')
  const now = Date.UTC(2024, 9, 1)
  const facade = openFacade(codearts, {
    clock: () => now,
    random: () => 0.5,
    ...(fault && { fault }),
  })
  const { exampleAccount: accessKey, secret } = codearts.referenceEndpoint
  const token = issueToken({ accessKey, secret }, new Date(now + ahead))
  const [operation] = [...codearts.contract.operations.values()]
  if (operation === undefined) throw new Error('the contract has an operation')
  const credentials = { accessKey, secret, token }
  const scope = { credentials, region: codearts.region, at: new Date(now) }
  return await facade.answer(
    await codearts.wire.sign(codearts.wire.encode(operation, {}), endpoint, scope),
  )
}

/** What to look at, what the right endpoint shows, what the wrong one shows. */
type Probe = readonly [look: (talk: Talk) => Promise<unknown>, right: unknown, wrong: unknown]

const duplicate = 'DuplicateOrganizationalUnitException'
const outside = 'AWSOrganizationsNotInUseException'

const probes: Readonly<Record<string, Probe>> = {
  // the organization
  'second-organization-allowed': [
    async (talk) => {
      await founded(talk)
      await joined(talk)
      return (await talk.say(guest, 'createOrganization', {})).came
    },
    'AlreadyInOrganizationException',
    'ok',
  ],
  'organization-dissolves-with-members': [
    async (talk) => {
      await founded(talk)
      await joined(talk)
      await talk.say(boss, 'deleteOrganization', {})
      return (await talk.say(guest, 'getOrganization', {})).came
    },
    'ok',
    outside,
  ],
  'outsider-sees-empty-lists': [
    async ({ say }) => (await say(third, 'listAccounts', {})).came,
    outside,
    'ok',
  ],
  'foreign-organization-visible': [
    async (talk) => {
      await founded(talk)
      await founded(talk, third)
      return (await talk.say(boss, 'getAccount', { account: third })).came
    },
    'AccountNotFoundException',
    'ok',
  ],
  'billing-organization-uses-everything': [
    async (talk) => {
      await founded(talk, boss, 'billing')
      return (await talk.say(boss, 'enableServiceAccess', { service })).came
    },
    'ConstraintViolationException ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
    'ok',
  ],
  'founding-types-disabled': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'listRoots', {})).result.items[0]?.policyTypes?.length ?? 0
    },
    1,
    0,
  ],
  'member-can-create-units': [
    async (talk) => {
      const root = await founded(talk)
      await joined(talk)
      return (await talk.say(guest, 'createUnit', { parent: root, name: 'Mine' })).came
    },
    'AccessDeniedException',
    'ok',
  ],

  'outsider-acts-as-management': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(third, 'listAccounts', {})).came
    },
    outside,
    'ok',
  ],

  // the tree
  'unit-depth-unlimited': [
    async (talk) => {
      let parent = await founded(talk)
      for (const name of ['1', '2', '3', '4', '5']) parent = await unitIn(talk, parent, name)
      return (await talk.say(boss, 'createUnit', { parent, name: '6' })).came
    },
    'ConstraintViolationException OU_DEPTH_LIMIT_EXCEEDED',
    'ok',
  ],
  'duplicate-unit-names-allowed': [
    async (talk) => {
      const root = await founded(talk)
      await unitIn(talk, root, 'Same')
      await talk.say(boss, 'createUnit', { parent: root, name: 'Same' })
      const { result } = await talk.say(boss, 'listUnits', { parent: root })
      return result.items.map(({ name }) => name)
    },
    ['Same'],
    ['Same', 'Same'],
  ],
  'wrong-error-code-for-duplicate': [
    async (talk) => {
      const root = await founded(talk)
      await unitIn(talk, root, 'Same')
      return (await talk.say(boss, 'createUnit', { parent: root, name: 'Same' })).came
    },
    duplicate,
    'ParentNotFoundException',
  ],
  'unit-not-empty-deletes': [
    async (talk) => {
      const root = await founded(talk)
      const unit = await unitIn(talk, root, 'Full')
      const account = await joined(talk)
      await talk.say(boss, 'moveAccount', { account, from: root, to: unit })
      await talk.say(boss, 'deleteUnit', { unit })
      const { result } = await talk.say(boss, 'listParents', { child: account })
      return result.items[0]?.kind
    },
    'unit',
    'root',
  ],
  'move-ignores-source': [
    async (talk) => {
      const root = await founded(talk)
      const account = await joined(talk)
      const [from, to] = ['ou-zzzz-zzzzzzzz', await unitIn(talk, root, 'To')]
      return (await talk.say(boss, 'moveAccount', { account, from, to })).came
    },
    'SourceParentNotFoundException',
    'ok',
  ],
  'children-of-all-kinds': [
    async (talk) => {
      const root = await founded(talk)
      await unitIn(talk, root, 'One')
      const { result } = await talk.say(boss, 'listChildren', { parent: root, kind: 'unit' })
      return result.items.map(({ kind }) => kind)
    },
    ['unit'],
    ['unit', 'account'],
  ],
  'root-lists-every-account': [
    async (talk) => {
      const root = await founded(talk)
      const account = await joined(talk)
      const to = await unitIn(talk, root, 'To')
      await talk.say(boss, 'moveAccount', { account, from: root, to })
      const { result } = await talk.say(boss, 'listAccountsIn', { parent: root })
      return result.items.map(({ id }) => id)
    },
    [boss],
    [boss, guest],
  ],

  'delete-does-nothing': [
    async (talk) => {
      const unit = await unitIn(talk, await founded(talk), 'Doomed')
      await talk.say(boss, 'deleteUnit', { unit })
      return (await talk.say(boss, 'getUnit', { unit })).came
    },
    'OrganizationalUnitNotFoundException',
    'ok',
  ],
  'move-does-nothing': [
    async (talk) => {
      const root = await founded(talk)
      const account = await joined(talk)
      await talk.say(boss, 'moveAccount', {
        account,
        from: root,
        to: await unitIn(talk, root, 'To'),
      })
      const { result } = await talk.say(boss, 'listParents', { child: account })
      return result.items[0]?.kind
    },
    'unit',
    'root',
  ],
  'rename-gives-new-id': [
    async (talk) => {
      const unit = await unitIn(talk, await founded(talk), 'Before')
      await talk.say(boss, 'renameUnit', { unit, name: 'After' })
      return (await talk.say(boss, 'getUnit', { unit })).came
    },
    'ok',
    'OrganizationalUnitNotFoundException',
  ],

  // accounts
  'created-account-is-no-member': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'getAccount', { account: await created(talk) })).came
    },
    'ok',
    'AccountNotFoundException',
  ],
  'email-uniqueness-forgotten': [
    async (talk) => {
      await founded(talk)
      await created(talk)
      return (await created(talk)) === '' ? 'failed' : 'made'
    },
    'failed',
    'made',
  ],
  'reserved-role-name-accepted': [
    async (talk) => {
      await founded(talk)
      const asked = { name: 'Made', email: 'made@example.org', role: 'AWSServiceRoleForAll' }
      return (await talk.say(boss, 'createAccount', asked)).came
    },
    'InvalidInputException INVALID_ROLE_NAME',
    'ok',
  ],
  'creation-states-ignored': [
    async (talk) => {
      await founded(talk)
      await created(talk)
      return (await talk.say(boss, 'listAccountCreations', { states: ['failed'] })).result.items
        .length
    },
    0,
    1,
  ],
  'wait-period-ignored': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(await created(talk), 'leaveOrganization', {})).came
    },
    'ConstraintViolationException WAIT_PERIOD_ACTIVE',
    'ok',
  ],
  'leave-keeps-membership': [
    async (talk) => {
      await founded(talk)
      await talk.say(await joined(talk), 'leaveOrganization', {})
      return (await talk.say(guest, 'getOrganization', {})).came
    },
    outside,
    'ok',
  ],
  'remove-keeps-membership': [
    async (talk) => {
      await founded(talk)
      await talk.say(boss, 'removeAccount', { account: await joined(talk) })
      return (await talk.say(guest, 'getOrganization', {})).came
    },
    outside,
    'ok',
  ],
  'leaving-keeps-tags': [
    async (talk) => {
      await founded(talk)
      const account = await joined(talk)
      await talk.say(boss, 'tagResource', { resource: account, tags: [{ key: 'a', value: '1' }] })
      await talk.say(boss, 'removeAccount', { account })
      await joined(talk)
      return (await talk.say(boss, 'listTags', { resource: account })).result.items.length
    },
    0,
    1,
  ],
  'management-can-leave': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'leaveOrganization', {})).came
    },
    'MasterCannotLeaveOrganizationException',
    'ok',
  ],
  'close-does-nothing': [
    async (talk) => {
      await founded(talk)
      const account = await joined(talk)
      await talk.say(boss, 'closeAccount', { account })
      talk.wait(day)
      return (await talk.say(boss, 'getAccount', { account })).result.status
    },
    'suspended',
    'active',
  ],
  'management-can-be-closed': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'closeAccount', { account: boss })).came
    },
    'ConstraintViolationException CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
    'ok',
  ],

  // invitations
  'invitation-twice-allowed': [
    async (talk) => {
      await founded(talk)
      await invited(talk)
      const target = { kind: 'account', id: guest }
      return (await talk.say(boss, 'inviteAccount', { target })).came
    },
    'DuplicateHandshakeException',
    'ok',
  ],
  'undeclared-error': [
    async (talk) => {
      await founded(talk)
      await invited(talk)
      const target = { kind: 'account', id: guest }
      return (await talk.say(boss, 'inviteAccount', { target })).came
    },
    'DuplicateHandshakeException',
    'UnexpectedDuplicateHandshakeException',
  ],
  'member-can-be-invited': [
    async (talk) => {
      await founded(talk)
      const target = { kind: 'account', id: await joined(talk) }
      return (await talk.say(boss, 'inviteAccount', { target })).came
    },
    'HandshakeConstraintViolationException ALREADY_IN_AN_ORGANIZATION',
    'ok',
  ],
  'cancel-by-anyone': [
    async (talk) => {
      await founded(talk)
      const invitation = await invited(talk)
      return (await talk.say(guest, 'cancelInvitation', { invitation })).came
    },
    'AccessDeniedException',
    'ok',
  ],
  'cancel-leaves-open': [
    async (talk) => {
      await founded(talk)
      const invitation = await invited(talk)
      await talk.say(boss, 'cancelInvitation', { invitation })
      return (await talk.say(boss, 'getInvitation', { invitation })).result.state
    },
    'cancelled',
    'open',
  ],
  'invitation-accepted-by-anyone': [
    async (talk) => {
      await founded(talk)
      const invitation = await invited(talk)
      await talk.say(third, 'acceptInvitation', { invitation })
      return (await talk.say(guest, 'getOrganization', {})).came
    },
    outside,
    'ok',
  ],
  'accept-joins-nobody': [
    async (talk) => {
      await founded(talk)
      await joined(talk)
      return (await talk.say(guest, 'getOrganization', {})).came
    },
    'ok',
    outside,
  ],
  'decline-joins': [
    async (talk) => {
      await founded(talk)
      const invitation = await invited(talk)
      const { result } = await talk.say(guest, 'declineInvitation', { invitation })
      return [result.state, (await talk.say(guest, 'getOrganization', {})).came]
    },
    ['declined', outside],
    ['declined', 'ok'],
  ],
  'answered-invitation-accepted': [
    async (talk) => {
      await founded(talk)
      const invitation = await invited(talk)
      await talk.say(guest, 'declineInvitation', { invitation })
      return (await talk.say(guest, 'acceptInvitation', { invitation })).came
    },
    'InvalidHandshakeTransitionException',
    'ok',
  ],
  'invitation-tags-lost': [
    async (talk) => {
      await founded(talk)
      const target = { kind: 'account', id: guest }
      const tags = [{ key: 'a', value: '1' }]
      const { result } = await talk.say(boss, 'inviteAccount', { target, tags })
      await talk.say(guest, 'acceptInvitation', { invitation: result.id })
      return (await talk.say(boss, 'listTags', { resource: guest })).result.items.length
    },
    1,
    0,
  ],
  'invitation-notes-lost': [
    async (talk) => {
      await founded(talk)
      const target = { kind: 'account', id: guest }
      const { result } = await talk.say(boss, 'inviteAccount', { target, notes: 'come in' })
      return result.details?.some(({ kind }) => kind === 'notes')
    },
    true,
    false,
  ],
  'invitation-filter-ignored': [
    async (talk) => {
      await founded(talk)
      await invited(talk)
      const filter = { action: 'enable-all' } as const
      return (await talk.say(boss, 'listSentInvitations', { filter })).result.items.length
    },
    0,
    1,
  ],

  // policies
  'attach-limit-ignored': [
    async (talk) => {
      const target = await founded(talk)
      const came: string[] = []
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        const policy = await policyNamed(talk, name)
        came.push((await talk.say(boss, 'attachPolicy', { policy, target })).came)
      }
      return came.at(-1)
    },
    'ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    'ok',
  ],
  'reason-wrong': [
    async (talk) => {
      const target = await founded(talk)
      const came: string[] = []
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        const policy = await policyNamed(talk, name)
        came.push((await talk.say(boss, 'attachPolicy', { policy, target })).came)
      }
      return came.at(-1)
    },
    'ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    'ConstraintViolationException MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
  ],
  'detach-last-allowed': [
    async (talk) => {
      const target = await founded(talk)
      await talk.say(boss, 'detachPolicy', { policy: 'p-FullAWSAccess', target })
      const { result } = await talk.say(boss, 'listPoliciesOn', { target, type: 'control' })
      return result.items.length
    },
    1,
    0,
  ],
  'attach-twice-accepted': [
    async (talk) => {
      const target = await founded(talk)
      return (await talk.say(boss, 'attachPolicy', { policy: 'p-FullAWSAccess', target })).came
    },
    'DuplicatePolicyAttachmentException',
    'ok',
  ],
  'detach-unattached-accepted': [
    async (talk) => {
      const target = await founded(talk)
      const policy = await policyNamed(talk, 'Loose')
      return (await talk.say(boss, 'detachPolicy', { policy, target })).came
    },
    'PolicyNotAttachedException',
    'ok',
  ],
  'attach-does-nothing': [
    async (talk) => {
      const target = await founded(talk)
      const policy = await policyNamed(talk, 'Loose')
      await talk.say(boss, 'attachPolicy', { policy, target })
      return (await talk.say(boss, 'listTargetsOf', { policy })).result.items.length
    },
    1,
    0,
  ],
  'attached-policy-deletes': [
    async (talk) => {
      const target = await founded(talk)
      const policy = await policyNamed(talk, 'Tight')
      await talk.say(boss, 'attachPolicy', { policy, target })
      await talk.say(boss, 'deletePolicy', { policy })
      return (await talk.say(boss, 'getPolicy', { policy })).came
    },
    'ok',
    'PolicyNotFoundException',
  ],
  'builtin-policy-editable': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'updatePolicy', { policy: 'p-FullAWSAccess', name: 'Mine' }))
        .came
    },
    'InvalidInputException IMMUTABLE_POLICY',
    'ok',
  ],
  'disabled-type-attaches': [
    async (talk) => {
      const target = await founded(talk)
      const asked = { name: 'T', type: 'tag', description: '', content: tagContent }
      const { result } = await talk.say(boss, 'createPolicy', asked)
      return (await talk.say(boss, 'attachPolicy', { policy: result.id, target })).came
    },
    'PolicyTypeNotEnabledException',
    'ok',
  ],
  'duplicate-policy-names-allowed': [
    async (talk) => {
      await founded(talk)
      await policyNamed(talk, 'Same')
      await policyNamed(talk, 'Same')
      const { result } = await talk.say(boss, 'listPolicies', { type: 'control' })
      return result.items.filter(({ name }) => name === 'Same').length
    },
    1,
    2,
  ],
  'malformed-policy-accepted': [
    async (talk) => {
      await founded(talk)
      const asked = { name: 'Bad', type: 'control', description: '', content: '{"half":' }
      return (await talk.say(boss, 'createPolicy', asked)).came
    },
    'MalformedPolicyDocumentException',
    'ok',
  ],
  'policy-content-limit-ignored': [
    async (talk) => {
      await founded(talk)
      const long = `${content}${' '.repeat(20_000)}`
      const asked = { name: 'Long', type: 'control', description: '', content: long }
      return (await talk.say(boss, 'createPolicy', asked)).came
    },
    'ConstraintViolationException POLICY_CONTENT_LIMIT_EXCEEDED',
    'ok',
  ],
  'policy-update-forgets-description': [
    async (talk) => {
      await founded(talk)
      const policy = await policyNamed(talk, 'Kept')
      await talk.say(boss, 'updatePolicy', { policy, content: otherContent })
      return (await talk.say(boss, 'getPolicy', { policy })).result.description
    },
    'd',
    '',
  ],
  'policies-of-all-types': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'listPolicies', { type: 'tag' })).result.items.length
    },
    0,
    1,
  ],
  'effective-policy-not-inherited': [
    async (talk) => {
      const root = await founded(talk)
      const target = await joined(talk)
      await talk.say(boss, 'enablePolicyType', { root, type: 'tag' })
      talk.wait(minute)
      const asked = { name: 'T', type: 'tag', description: '', content: tagContent }
      const { result } = await talk.say(boss, 'createPolicy', asked)
      await talk.say(boss, 'attachPolicy', { policy: result.id, target: root })
      return (await talk.say(boss, 'getEffectivePolicy', { type: 'tag', target })).came
    },
    'ok',
    'EffectivePolicyNotFoundException',
  ],
  'resource-policy-takes-tags-again': [
    async ({ say, ...talk }) => {
      await founded({ say, ...talk })
      const policy = (vendor.profile.resourcePolicyContent ?? '').replaceAll('{account}', boss)
      await say(boss, 'putResourcePolicy', { content: policy })
      const tags = [{ key: 'a', value: '1' }]
      const { came } = await say(boss, 'putResourcePolicy', { content: policy, tags })
      return came === 'ok'
    },
    false,
    true,
  ],

  // services and delegates
  'unknown-service-trusted': [
    async (talk) => {
      await founded(talk)
      return (
        await talk.say(boss, 'enableServiceAccess', { service: vendor.profile.unknownService })
      ).came
    },
    'InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL',
    'ok',
  ],
  'distrust-does-nothing': [
    async (talk) => {
      await founded(talk)
      await talk.say(boss, 'enableServiceAccess', { service })
      await talk.say(boss, 'disableServiceAccess', { service })
      return (await talk.say(boss, 'listTrustedServices', {})).result.items.length
    },
    0,
    1,
  ],
  'delegate-without-trust': [
    async (talk) => {
      await founded(talk)
      const account = await joined(talk)
      await talk.say(boss, 'registerDelegate', { account, service })
      return (await talk.say(boss, 'listDelegates', {})).result.items.length
    },
    0,
    1,
  ],
  'delegate-can-be-removed': [
    async (talk) => {
      await founded(talk)
      const account = await joined(talk)
      await talk.say(boss, 'enableServiceAccess', { service })
      await talk.say(boss, 'registerDelegate', { account, service })
      return (await talk.say(boss, 'removeAccount', { account })).came
    },
    'ConstraintViolationException CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
    'ok',
  ],
  'delegate-filter-ignored': [
    async (talk) => {
      await founded(talk)
      const account = await joined(talk)
      await talk.say(boss, 'enableServiceAccess', { service })
      await talk.say(boss, 'registerDelegate', { account, service })
      return (await talk.say(boss, 'listDelegates', { service: otherService })).result.items.length
    },
    0,
    1,
  ],

  // tags
  'tag-limit-ignored': [
    async (talk) => {
      const resource = await founded(talk)
      return (await talk.say(boss, 'tagResource', { resource, tags: manyTags })).came
    },
    'ConstraintViolationException MAX_TAG_LIMIT_EXCEEDED',
    'ok',
  ],
  'reserved-tag-keys-accepted': [
    async (talk) => {
      const resource = await founded(talk)
      return (
        await talk.say(boss, 'tagResource', { resource, tags: [{ key: 'aws:a', value: '' }] })
      ).came
    },
    'InvalidInputException INVALID_SYSTEM_TAGS_PARAMETER',
    'ok',
  ],
  'tag-duplicate-accepted': [
    async (talk) => {
      const resource = await founded(talk)
      await talk.say(boss, 'tagResource', { resource, tags: sameTags })
      return (await talk.say(boss, 'listTags', { resource })).result.items
    },
    [],
    [{ key: 'a', value: '2' }],
  ],
  'untag-does-nothing': [
    async (talk) => {
      const resource = await founded(talk)
      await talk.say(boss, 'tagResource', { resource, tags: [{ key: 'a', value: '1' }] })
      await talk.say(boss, 'untagResource', { resource, keys: ['a'] })
      return (await talk.say(boss, 'listTags', { resource })).result.items.length
    },
    0,
    1,
  ],
  'refused-request-changes-state': [
    async (talk) => {
      const parent = await founded(talk)
      const { came } = await talk.say(boss, 'createUnit', { parent, name: 'Bad', tags: sameTags })
      return [came, (await talk.say(boss, 'listUnits', { parent })).result.items.length]
    },
    ['InvalidInputException DUPLICATE_TAG_KEY', 0],
    ['InvalidInputException DUPLICATE_TAG_KEY', 1],
  ],

  // pages
  'page-size-ignored': [
    async (talk) => {
      await founded(talk)
      await joined(talk)
      return (await talk.say(boss, 'listAccounts', { size: 1 })).result.items.length
    },
    1,
    2,
  ],
  'last-page-has-token': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'listAccounts', { size: 1 })).result.next !== undefined
    },
    false,
    true,
  ],
  'page-loses-an-item': [
    async (talk) => {
      await founded(talk)
      await joined(talk)
      return (await talk.say(boss, 'listAccounts', { size: 1 })).result.items.length
    },
    1,
    0,
  ],
  'page-repeats-an-item': [
    async (talk) => {
      await founded(talk)
      await joined(talk)
      const { next: token } = (await talk.say(boss, 'listAccounts', { size: 1 })).result
      const { result } = await talk.say(boss, 'listAccounts', { size: 1, ...(token && { token }) })
      return result.items.map(({ id }) => id)
    },
    [guest],
    [boss, guest],
  ],
  'foreign-page-token-accepted': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'listAccounts', { token: 'nobody' })).came
    },
    'InvalidInputException INVALID_NEXT_TOKEN',
    'ok',
  ],
  'page-size-unlimited': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'listAccounts', { size: 21 })).came
    },
    'InvalidInputException MAX_VALUE_EXCEEDED',
    'ok',
  ],

  // refusals and input
  'reason-missing': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'listAccounts', { size: 21 })).came
    },
    'InvalidInputException MAX_VALUE_EXCEEDED',
    'InvalidInputException',
  ],
  'not-found-is-access-denied': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'getAccount', { account: third })).came
    },
    'AccountNotFoundException',
    'AccessDeniedException',
  ],
  'not-found-is-server-error': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'getAccount', { account: third })).answer.status
    },
    400,
    500,
  ],
  'required-not-checked': [
    async (talk) => {
      await founded(talk)
      return (await talk.send(boss, 'DescribeAccount', {})).status
    },
    400,
    500,
  ],
  'pattern-not-checked': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'getAccount', { account: '12' })).came
    },
    'InvalidInputException INVALID_PATTERN',
    'AccountNotFoundException',
  ],
  'enum-not-checked': [
    async (talk) => {
      await founded(talk)
      return (await talk.send(boss, 'ListCreateAccountStatus', { States: ['NONE'] })).status
    },
    400,
    200,
  ],
  'length-not-checked': [
    async (talk) => {
      const parent = await founded(talk)
      return (await talk.say(boss, 'createUnit', { parent, name: 'n'.repeat(129) })).came
    },
    'InvalidInputException MAX_LENGTH_EXCEEDED',
    'ok',
  ],

  // the wire
  'html-error': [
    async ({ say }) => (await say(third, 'listRoots', {})).answer.headers['content-type'],
    'application/x-amz-json-1.1',
    'text/html',
  ],
  'error-without-code': [
    async ({ say }) => (await say(third, 'listRoots', {})).came,
    outside,
    'garbled',
  ],
  'status-200-errors': [
    async ({ say }) => (await say(third, 'listRoots', {})).answer.status,
    400,
    200,
  ],
  'half-json': [
    async ({ say }) => (await say(third, 'createOrganization', {})).came,
    'ok',
    'garbled',
  ],
  'request-id-missing': [
    async ({ say }) =>
      'x-amzn-requestid' in (await say(third, 'createOrganization', {})).answer.headers,
    true,
    false,
  ],
  'iso-timestamps': [
    async (talk) => {
      await founded(talk)
      return (await talk.say(boss, 'getAccount', { account: boss })).came
    },
    'ok',
    'unreadable',
  ],
  'empty-success': [
    async ({ say }) => (await say(third, 'createOrganization', {})).came,
    'ok',
    'unreadable',
  ],
  'signature-not-checked': [
    async ({ forge }) => (await forge((message) => ({ ...message, path: '/?forged=1' }))).body,
    expect.stringContaining('InvalidSignatureException'),
    expect.stringContaining(outside),
  ],
  'expired-signature-accepted': [
    async ({ forge }) => (await forge((message) => message, { age: day })).body,
    expect.not.stringContaining(outside),
    expect.stringContaining(outside),
  ],
  'foreign-region-accepted': [
    async ({ forge }) => (await forge((message) => message, { region: 'xx-nowhere-1' })).body,
    expect.stringContaining(vendor.region),
    expect.stringContaining(outside),
  ],
  'bytes-read-as-text': [
    async ({ forge }) => (await forge(withBareByte)).body,
    expect.stringContaining('InvalidSignatureException'),
    expect.stringContaining(outside),
  ],
  'doubled-header-accepted': [
    async ({ forge }) => {
      return (await forge((message) => message, { signedHeaders: firstTwice })).body
    },
    expect.stringContaining('IncompleteSignature'),
    expect.stringContaining(outside),
  ],
  'unsorted-headers-accepted': [
    async ({ forge }) => {
      return (await forge((message) => message, { signedHeaders: backwards })).body
    },
    expect.stringContaining('IncompleteSignature'),
    expect.stringContaining(outside),
  ],
  'token-date-ignored': [async ({ fault }) => (await sayByToken(fault, 2 * day)).status, 401, 400],
}

const faults = await loadFaults()

describe('the faults', () => {
  test('every fault is looked at, and nothing else', () => {
    expect(Object.keys(probes).toSorted()).toEqual(faults.map(({ name }) => name))
    expect(faults.length).toBeGreaterThanOrEqual(30)
  })

  test.each(Object.entries(probes))('%s can be seen', async (name, [look, right, wrong]) => {
    expect(await look(talkTo(undefined)), 'without the fault').toEqual(right)
    expect(
      await look(talkTo(faults.find((fault) => fault.name === name))),
      'with the fault',
    ).toEqual(wrong)
  })

  test('every fault names a rule of the vendor, or checks', () => {
    const known = new Set(vendor.requirements.map(({ id }) => id))
    for (const { name, breaks } of faults) {
      for (const rule of breaks.aws ?? []) {
        expect(known.has(rule) || rule.includes('/'), `${name} breaks ${rule}`).toBe(true)
      }
      expect(breaks.aws, name).not.toEqual([])
    }
  })

  test('every description is one clause in the present tense', () => {
    for (const { description } of faults) expect(description).toMatch(/^[a-z]+s .*[^.]$/u)
  })
})
