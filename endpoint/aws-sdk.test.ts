import * as sdk from '@aws-sdk/client-organizations'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Answer, Heard } from '../specs/wire/wire.ts'
import type { Fault } from './fault.ts'
import { type Endpoint, startEndpoint } from './server.ts'

/**
 * Every operation, asked by the vendor's own client. That client shares nothing with us: what it understands,
 * the wire says. Each answer is held against the contract on its way out.
 */
const vendor: Vendor = await loadVendor('aws')
const ajv = new Ajv2020({ strict: false, validateFormats: false })
const validators = new Map<string, ValidateFunction>()
const answered = new Set<string>()
const refused = new Set<string>()
const violations: string[] = []

const validatorOf = (operation: string): ValidateFunction => {
  const known = validators.get(operation)
  if (known !== undefined) return known
  const { output } = operationOf(vendor.contract, operation)
  const validate = ajv.compile({ ...output, components: vendor.contract.openapi['components'] })
  validators.set(operation, validate)
  return validate
}

const witnessed = (answer: Answer, heard: Heard | undefined): Answer => {
  if (heard === undefined) return answer
  const { operation } = heard
  const body = JSON.parse(answer.body) as Readonly<Record<string, unknown>>
  if (answer.status !== 200) {
    refused.add(`${operation} ${String(body['__type'])}`)
    return answer
  }
  answered.add(operation)
  const validate = validatorOf(operation)
  if (!validate(body)) violations.push(`${operation}: ${ajv.errorsText(validate.errors)}`)
  return answer
}

/** No fault at all: it only looks. */
const witness: Fault = {
  name: 'witness',
  description: 'looks at every answer',
  breaks: {},
  alter: () => ({ frame: witnessed }),
}

const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

let ahead = 0
const instant = () => Date.now() + ahead
let endpoint: Endpoint
const clients = new Map<string, sdk.OrganizationsClient>()

beforeAll(async () => {
  endpoint = await startEndpoint(vendor, {
    port: 0,
    clock: instant,
    random: seeded(11),
    fault: witness,
  })
})

afterAll(async () => {
  for (const client of clients.values()) client.destroy()
  await endpoint.close()
})

type Keys = NonNullable<sdk.OrganizationsClientConfig['credentials']>

/** A client with the keys of an account, or with any other keys. */
const clientAt = (
  { url }: Endpoint,
  keys: string | Keys,
  region = 'us-east-1',
): sdk.OrganizationsClient =>
  new sdk.OrganizationsClient({
    endpoint: url.href,
    region,
    credentials:
      typeof keys === 'string'
        ? { accessKeyId: keys, secretAccessKey: vendor.referenceEndpoint.secret }
        : keys,
    systemClockOffset: ahead,
    maxAttempts: 1,
  })

const clientOf = (account: string): sdk.OrganizationsClient => {
  const known = clients.get(account)
  if (known !== undefined) return known
  const client = clientAt(endpoint, account)
  clients.set(account, client)
  return client
}

type Send = sdk.OrganizationsClient['send']

/** An account that can call; its clock goes with the endpoint's. */
const caller = (account: string): { readonly id: string; readonly send: Send } => {
  const client = clientOf(account)
  return {
    id: account,
    send: ((command: Parameters<Send>[0]) => {
      client.config.systemClockOffset = ahead
      return client.send(command)
    }) as Send,
  }
}

type Caller = ReturnType<typeof caller>

/** Accounts nobody else in this file uses. */
let nextAccount = 100_000_000_000
const stranger = (): Caller => caller(String((nextAccount += 1)))

const refusalOf = async (asking: Promise<unknown>): Promise<string> => {
  const error: unknown = await asking.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  )
  const { name, Reason: reason } = error as { readonly name: string; readonly Reason?: string }
  return reason === undefined ? name : `${name} ${reason}`
}

const later = async <T>(milliseconds: number, asking: () => Promise<T>): Promise<T> => {
  ahead += milliseconds
  return await asking()
}

const idOf = (thing: { readonly Id?: string | undefined } | undefined): string => thing?.Id ?? ''

const founded = async (features: sdk.OrganizationFeatureSet = 'ALL') => {
  const owner = stranger()
  await owner.send(new sdk.CreateOrganizationCommand({ FeatureSet: features }))
  const { Roots: [root] = [] } = await owner.send(new sdk.ListRootsCommand({}))
  return { owner, root: idOf(root) }
}

const day = 24 * 3_600_000
let freshEmail = 0

/** A member made by CreateAccount. */
const created = async (owner: Caller): Promise<Caller> => {
  const { CreateAccountStatus: started } = await owner.send(
    new sdk.CreateAccountCommand({
      AccountName: 'Made here',
      Email: `made${(freshEmail += 1)}@example.org`,
    }),
  )
  expect(started?.State).toBe('IN_PROGRESS')
  const { CreateAccountStatus: ended } = await later(1000, () =>
    owner.send(
      new sdk.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: idOf(started) }),
    ),
  )
  expect(ended?.State).toBe('SUCCEEDED')
  return caller(ended?.AccountId ?? '')
}

/** A member that was invited. */
const joined = async (owner: Caller): Promise<Caller> => {
  const guest = stranger()
  const { Handshake: invitation } = await owner.send(
    new sdk.InviteAccountToOrganizationCommand({ Target: { Type: 'ACCOUNT', Id: guest.id } }),
  )
  await guest.send(new sdk.AcceptHandshakeCommand({ HandshakeId: idOf(invitation) }))
  return guest
}

const statement = { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }
const denial = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
const tagRules = JSON.stringify({ tags: { cost: { tag_key: { '@@assign': 'Cost' } } } })

const policyOf = async (owner: Caller, name: string): Promise<string> => {
  const { Policy: policy } = await owner.send(
    new sdk.CreatePolicyCommand({
      Name: name,
      Description: 'no buckets go',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: denial,
    }),
  )
  return idOf(policy?.PolicySummary)
}

const unitOf = async (owner: Caller, parent: string, name: string): Promise<string> => {
  const { OrganizationalUnit: unit } = await owner.send(
    new sdk.CreateOrganizationalUnitCommand({ ParentId: parent, Name: name }),
  )
  return idOf(unit)
}

describe('organizations', () => {
  test('an account founds, sees and dissolves an organization', async () => {
    const owner = stranger()
    const { Organization: organization } = await owner.send(new sdk.CreateOrganizationCommand({}))
    expect(organization).toMatchObject({ MasterAccountId: owner.id, FeatureSet: 'ALL' })
    expect(organization?.Id).toMatch(/^o-[a-z0-9]{10,32}$/u)
    const seen = await owner.send(new sdk.DescribeOrganizationCommand({}))
    expect(seen.Organization).toEqual(organization)
    await owner.send(new sdk.DeleteOrganizationCommand({}))
    expect(await refusalOf(owner.send(new sdk.DescribeOrganizationCommand({})))).toBe(
      'AWSOrganizationsNotInUseException',
    )
  })

  test('nobody founds twice, and nobody dissolves what has members', async () => {
    const { owner } = await founded()
    expect(await refusalOf(owner.send(new sdk.CreateOrganizationCommand({})))).toBe(
      'AlreadyInOrganizationException',
    )
    const member = await joined(owner)
    expect(await refusalOf(owner.send(new sdk.DeleteOrganizationCommand({})))).toBe(
      'OrganizationNotEmptyException',
    )
    expect(await refusalOf(member.send(new sdk.DeleteOrganizationCommand({})))).toBe(
      'AccessDeniedException',
    )
  })

  test('an organization for the common bill migrates to all features', async () => {
    const { owner, root } = await founded('CONSOLIDATED_BILLING')
    const enable = new sdk.EnablePolicyTypeCommand({ RootId: root, PolicyType: 'TAG_POLICY' })
    expect(await refusalOf(owner.send(enable))).toMatch(/^(PolicyTypeNotAvailable|Constraint)/u)
    const { Handshake: migration } = await owner.send(new sdk.EnableAllFeaturesCommand({}))
    expect(migration?.Id).toMatch(/^h-/u)
    expect(await refusalOf(owner.send(new sdk.EnableAllFeaturesCommand({})))).toBe(
      'HandshakeConstraintViolationException ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION',
    )
    await owner.send(new sdk.AcceptHandshakeCommand({ HandshakeId: idOf(migration) }))
    const { Organization: organization } = await owner.send(new sdk.DescribeOrganizationCommand({}))
    expect(organization?.FeatureSet).toBe('ALL')
    expect(await refusalOf(owner.send(new sdk.EnableAllFeaturesCommand({})))).toBe(
      'HandshakeConstraintViolationException ORGANIZATION_ALREADY_HAS_ALL_FEATURES',
    )
  })

  test('two organizations do not see each other', async () => {
    const [here, there] = [await founded(), await founded()]
    const unit = await unitOf(there.owner, there.root, 'Hidden')
    const policy = await policyOf(there.owner, 'Hidden')
    const { owner } = here
    expect(
      await refusalOf(
        owner.send(new sdk.DescribeOrganizationalUnitCommand({ OrganizationalUnitId: unit })),
      ),
    ).toBe('OrganizationalUnitNotFoundException')
    expect(await refusalOf(owner.send(new sdk.DescribePolicyCommand({ PolicyId: policy })))).toBe(
      'PolicyNotFoundException',
    )
    expect(
      await refusalOf(owner.send(new sdk.DescribeAccountCommand({ AccountId: there.owner.id }))),
    ).toBe('AccountNotFoundException')
  })
})

describe('units and the tree', () => {
  test('units are created, described, renamed, listed and deleted', async () => {
    const { owner, root } = await founded()
    const id = await unitOf(owner, root, 'Research')
    expect(id).toMatch(new RegExp(`^ou-${root.slice(2)}-[a-z0-9]{8,32}$`, 'u'))
    const renamed = await owner.send(
      new sdk.UpdateOrganizationalUnitCommand({ OrganizationalUnitId: id, Name: 'Development' }),
    )
    expect(renamed.OrganizationalUnit).toMatchObject({ Id: id, Name: 'Development' })
    const seen = await owner.send(
      new sdk.DescribeOrganizationalUnitCommand({ OrganizationalUnitId: id }),
    )
    expect(seen.OrganizationalUnit).toEqual(renamed.OrganizationalUnit)
    const list = new sdk.ListOrganizationalUnitsForParentCommand({ ParentId: root })
    expect((await owner.send(list)).OrganizationalUnits).toHaveLength(1)
    await owner.send(new sdk.DeleteOrganizationalUnitCommand({ OrganizationalUnitId: id }))
    expect((await owner.send(list)).OrganizationalUnits).toEqual([])
  })

  test('units refuse equal names, unknown parents, full bellies and a sixth level', async () => {
    const { owner, root } = await founded()
    const top = await unitOf(owner, root, 'Level 1')
    expect(await refusalOf(unitOf(owner, root, 'Level 1'))).toBe(
      'DuplicateOrganizationalUnitException',
    )
    expect(await refusalOf(unitOf(owner, 'r-zzzzzzzz', 'Lost'))).toBe('ParentNotFoundException')
    let parent = top
    for (const level of [2, 3, 4, 5]) parent = await unitOf(owner, parent, `Level ${level}`)
    expect(await refusalOf(unitOf(owner, parent, 'Level 6'))).toBe(
      'ConstraintViolationException OU_DEPTH_LIMIT_EXCEEDED',
    )
    expect(
      await refusalOf(
        owner.send(new sdk.DeleteOrganizationalUnitCommand({ OrganizationalUnitId: top })),
      ),
    ).toBe('OrganizationalUnitNotEmptyException')
    expect(
      await refusalOf(
        owner.send(
          new sdk.DeleteOrganizationalUnitCommand({ OrganizationalUnitId: 'ou-zzzz-zzzzzzzz' }),
        ),
      ),
    ).toBe('OrganizationalUnitNotFoundException')
  })

  test('an account moves, and parents and children agree', async () => {
    const { owner, root } = await founded()
    const unit = await unitOf(owner, root, 'Home')
    const member = await joined(owner)
    const move = { AccountId: member.id, SourceParentId: root, DestinationParentId: unit }
    await owner.send(new sdk.MoveAccountCommand(move))
    const { Parents: parents } = await owner.send(
      new sdk.ListParentsCommand({ ChildId: member.id }),
    )
    expect(parents).toEqual([{ Id: unit, Type: 'ORGANIZATIONAL_UNIT' }])
    const { Children: children } = await owner.send(
      new sdk.ListChildrenCommand({ ParentId: unit, ChildType: 'ACCOUNT' }),
    )
    expect(children).toEqual([{ Id: member.id, Type: 'ACCOUNT' }])
    const { Accounts: accounts } = await owner.send(
      new sdk.ListAccountsForParentCommand({ ParentId: unit }),
    )
    expect(accounts?.map(({ Id }) => Id)).toEqual([member.id])
    expect(await refusalOf(owner.send(new sdk.MoveAccountCommand(move)))).toMatch(
      /^(SourceParentNotFound|DuplicateAccount)Exception$/u,
    )
    expect(
      await refusalOf(
        owner.send(new sdk.MoveAccountCommand({ ...move, AccountId: '999999999999' })),
      ),
    ).toBe('AccountNotFoundException')
    expect(
      await refusalOf(owner.send(new sdk.ListParentsCommand({ ChildId: '999999999999' }))),
    ).toBe('ChildNotFoundException')
  })
})

describe('accounts', () => {
  test('a created account shows up, waits, and stays when it wants to leave too early', async () => {
    const { owner } = await founded()
    const member = await created(owner)
    const { Account: account } = await owner.send(
      new sdk.DescribeAccountCommand({ AccountId: member.id }),
    )
    expect(account).toMatchObject({ Id: member.id, JoinedMethod: 'CREATED', Status: 'ACTIVE' })
    expect(account?.JoinedTimestamp).toBeInstanceOf(Date)
    const { Accounts: accounts } = await owner.send(new sdk.ListAccountsCommand({}))
    expect(accounts?.map(({ Id }) => Id).toSorted()).toEqual([owner.id, member.id].toSorted())
    const { CreateAccountStatuses: statuses } = await owner.send(
      new sdk.ListCreateAccountStatusCommand({ States: ['SUCCEEDED'] }),
    )
    expect(statuses?.map(({ AccountId }) => AccountId)).toEqual([member.id])
    expect(await refusalOf(member.send(new sdk.LeaveOrganizationCommand({})))).toBe(
      'ConstraintViolationException WAIT_PERIOD_ACTIVE',
    )
    await later(8 * day, () => member.send(new sdk.LeaveOrganizationCommand({})))
    expect(await refusalOf(member.send(new sdk.DescribeOrganizationCommand({})))).toBe(
      'AWSOrganizationsNotInUseException',
    )
  })

  test('an e-mail address belongs to one account', async () => {
    const { owner } = await founded()
    const command = new sdk.CreateAccountCommand({ AccountName: 'One', Email: 'one@example.net' })
    await owner.send(command)
    const { CreateAccountStatus: second } = await owner.send(command)
    const { CreateAccountStatus: ended } = await later(1000, () =>
      owner.send(
        new sdk.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: idOf(second) }),
      ),
    )
    expect(ended).toMatchObject({ State: 'FAILED', FailureReason: 'EMAIL_ALREADY_EXISTS' })
  })

  test('unknown creations and reserved roles are refused', async () => {
    const { owner } = await founded()
    expect(
      await refusalOf(
        owner.send(
          new sdk.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: 'car-zzzzzzzz' }),
        ),
      ),
    ).toBe('CreateAccountStatusNotFoundException')
    const wanted = { AccountName: 'Two', Email: 'two@example.net' }
    expect(
      await refusalOf(
        owner.send(new sdk.CreateAccountCommand({ ...wanted, RoleName: 'AWSServiceRoleForMe' })),
      ),
    ).toBe('InvalidInputException INVALID_ROLE_NAME')
  })

  test('a sovereign pair is created, unless the rules do not offer any', async () => {
    const { owner } = await founded()
    const pair = { AccountName: 'Pair', Email: 'pair@example.net' }
    const { CreateAccountStatus: started } = await owner.send(
      new sdk.CreateGovCloudAccountCommand(pair),
    )
    const { CreateAccountStatus: ended } = await later(1000, () =>
      owner.send(
        new sdk.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: idOf(started) }),
      ),
    )
    expect(ended?.AccountId).toMatch(/^\d{12}$/u)
    expect(ended?.GovCloudAccountId).toMatch(/^\d{12}$/u)
    const behaviour = { ...vendor.referenceEndpoint.behaviour, sovereignAccounts: false }
    const strict = { ...vendor, referenceEndpoint: { ...vendor.referenceEndpoint, behaviour } }
    const options = { port: 0, clock: instant, random: seeded(12), fault: witness }
    const other = await startEndpoint(strict, options)
    const client = clientAt(other, owner.id)
    await client.send(new sdk.CreateOrganizationCommand({}))
    expect(await refusalOf(client.send(new sdk.CreateGovCloudAccountCommand(pair)))).toBe(
      'ConstraintViolationException MASTER_ACCOUNT_NOT_GOVCLOUD_ENABLED',
    )
    client.destroy()
    await other.close()
  })

  test('an account closes, first pending, then suspended', async () => {
    const { owner } = await founded()
    const member = await created(owner)
    const close = new sdk.CloseAccountCommand({ AccountId: member.id })
    await owner.send(close)
    const look = new sdk.DescribeAccountCommand({ AccountId: member.id })
    expect((await owner.send(look)).Account?.Status).toMatch(/PENDING_CLOSURE|SUSPENDED/u)
    const { Account: account } = await later(day, () => owner.send(look))
    expect(account?.Status).toBe('SUSPENDED')
    expect(await refusalOf(owner.send(close))).toBe('AccountAlreadyClosedException')
    expect(await refusalOf(owner.send(new sdk.CloseAccountCommand({ AccountId: owner.id })))).toBe(
      'ConstraintViolationException CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
    )
  })

  test('a member is removed, the management account never', async () => {
    const { owner } = await founded()
    const member = await joined(owner)
    await owner.send(new sdk.RemoveAccountFromOrganizationCommand({ AccountId: member.id }))
    expect(
      await refusalOf(owner.send(new sdk.DescribeAccountCommand({ AccountId: member.id }))),
    ).toBe('AccountNotFoundException')
    expect(
      await refusalOf(
        owner.send(new sdk.RemoveAccountFromOrganizationCommand({ AccountId: owner.id })),
      ),
    ).toBe('MasterCannotLeaveOrganizationException')
    expect(await refusalOf(owner.send(new sdk.LeaveOrganizationCommand({})))).toBe(
      'MasterCannotLeaveOrganizationException',
    )
  })
})

const invite = (owner: Caller, guest: Caller) =>
  owner.send(
    new sdk.InviteAccountToOrganizationCommand({
      Target: { Type: 'ACCOUNT', Id: guest.id },
      Notes: 'come in',
      Tags: [{ Key: 'Team', Value: 'blue' }],
    }),
  )

describe('invitations', () => {
  test('an invitation is seen by both sides, accepted, and brings its tags', async () => {
    const { owner } = await founded()
    const guest = stranger()
    const { Handshake: sent } = await invite(owner, guest)
    expect(sent).toMatchObject({ Action: 'INVITE', State: 'OPEN' })
    const HandshakeId = idOf(sent)
    const { Handshake: seen } = await guest.send(new sdk.DescribeHandshakeCommand({ HandshakeId }))
    expect(seen?.Id).toBe(HandshakeId)
    expect(seen?.Parties).toContainEqual({ Id: guest.id, Type: 'ACCOUNT' })
    const received = await guest.send(new sdk.ListHandshakesForAccountCommand({}))
    expect(received.Handshakes?.map(({ Id }) => Id)).toEqual([HandshakeId])
    const accepted = await guest.send(new sdk.AcceptHandshakeCommand({ HandshakeId }))
    expect(accepted.Handshake?.State).toBe('ACCEPTED')
    const all = await owner.send(
      new sdk.ListHandshakesForOrganizationCommand({ Filter: { ActionType: 'INVITE' } }),
    )
    expect(all.Handshakes?.map(({ State }) => State)).toEqual(['ACCEPTED'])
    const { Tags: tags } = await owner.send(
      new sdk.ListTagsForResourceCommand({ ResourceId: guest.id }),
    )
    expect(tags).toEqual([{ Key: 'Team', Value: 'blue' }])
    expect(await refusalOf(invite(owner, guest))).toBe(
      'HandshakeConstraintViolationException ALREADY_IN_AN_ORGANIZATION',
    )
  })

  test('an invitation is cancelled by its sender, declined by its receiver, and then over', async () => {
    const { owner } = await founded()
    const guest = stranger()
    const { Handshake: first } = await invite(owner, guest)
    expect(await refusalOf(invite(owner, guest))).toBe('DuplicateHandshakeException')
    const cancel = new sdk.CancelHandshakeCommand({ HandshakeId: idOf(first) })
    expect(await refusalOf(guest.send(cancel))).toBe('AccessDeniedException')
    expect((await owner.send(cancel)).Handshake?.State).toBe('CANCELED')
    expect(await refusalOf(owner.send(cancel))).toBe('HandshakeAlreadyInStateException')
    expect(
      await refusalOf(guest.send(new sdk.AcceptHandshakeCommand({ HandshakeId: idOf(first) }))),
    ).toBe('InvalidHandshakeTransitionException')
    const { Handshake: second } = await invite(owner, guest)
    const decline = new sdk.DeclineHandshakeCommand({ HandshakeId: idOf(second) })
    expect((await guest.send(decline)).Handshake?.State).toBe('DECLINED')
    expect(
      await refusalOf(
        guest.send(new sdk.DescribeHandshakeCommand({ HandshakeId: 'h-zzzzzzzzzz' })),
      ),
    ).toBe('HandshakeNotFoundException')
  })

  test('an invitation expires, and later is no more', async () => {
    const { owner } = await founded()
    const guest = stranger()
    const { Handshake: sent } = await invite(owner, guest)
    const HandshakeId = idOf(sent)
    const look = new sdk.DescribeHandshakeCommand({ HandshakeId })
    const { Handshake: expired } = await later(16 * day, () => owner.send(look))
    expect(expired?.State).toBe('EXPIRED')
    expect(await refusalOf(guest.send(new sdk.AcceptHandshakeCommand({ HandshakeId })))).toBe(
      'InvalidHandshakeTransitionException',
    )
    expect(await refusalOf(later(60 * day, () => owner.send(look)))).toBe(
      'HandshakeNotFoundException',
    )
  })

  test('a filter holds one condition', async () => {
    const { owner } = await founded()
    const filter = { ActionType: 'INVITE', ParentHandshakeId: 'h-zzzzzzzzzz' } as const
    expect(
      await refusalOf(owner.send(new sdk.ListHandshakesForOrganizationCommand({ Filter: filter }))),
    ).toMatch(/^InvalidInputException MAX_(LIMIT_EXCEEDED_FILTER|FILTER_LIMIT_EXCEEDED)$/u)
  })
})

describe('policies', () => {
  test('a policy is created, described, updated, listed and deleted', async () => {
    const { owner } = await founded()
    const id = await policyOf(owner, 'Keep buckets')
    const updated = await owner.send(
      new sdk.UpdatePolicyCommand({ PolicyId: id, Name: 'Keep all buckets' }),
    )
    expect(updated.Policy?.PolicySummary).toMatchObject({
      Id: id,
      Name: 'Keep all buckets',
      AwsManaged: false,
    })
    // an update answers what was given of name and description
    const seen = await owner.send(new sdk.DescribePolicyCommand({ PolicyId: id }))
    expect(seen.Policy).toMatchObject({ ...updated.Policy })
    expect(seen.Policy?.PolicySummary?.Description).toBe('no buckets go')
    const list = new sdk.ListPoliciesCommand({ Filter: 'SERVICE_CONTROL_POLICY' })
    expect((await owner.send(list)).Policies?.map(({ Id }) => Id).toSorted()).toEqual(
      ['p-FullAWSAccess', id].toSorted(),
    )
    await owner.send(new sdk.DeletePolicyCommand({ PolicyId: id }))
    expect(await refusalOf(owner.send(new sdk.DescribePolicyCommand({ PolicyId: id })))).toBe(
      'PolicyNotFoundException',
    )
  })

  test('attachments are listed from both ends and respect both limits', async () => {
    const { owner, root } = await founded()
    const unit = await unitOf(owner, root, 'Guarded')
    const ids: string[] = []
    for (const name of 'abcdefghij') ids.push(await policyOf(owner, name))
    const attach = (id: string | undefined) =>
      owner.send(new sdk.AttachPolicyCommand({ PolicyId: id ?? '', TargetId: unit }))
    const detach = (id: string | undefined) =>
      owner.send(new sdk.DetachPolicyCommand({ PolicyId: id ?? '', TargetId: unit }))
    for (const id of ids.slice(0, 9)) await attach(id)
    expect(await refusalOf(attach(ids[0]))).toBe('DuplicatePolicyAttachmentException')
    expect(await refusalOf(attach(ids[9]))).toBe(
      'ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    )
    expect(await refusalOf(detach(ids[9]))).toBe('PolicyNotAttachedException')
    const { Targets: targets } = await owner.send(
      new sdk.ListTargetsForPolicyCommand({ PolicyId: ids[0] ?? '' }),
    )
    expect(targets).toMatchObject([{ TargetId: unit, Type: 'ORGANIZATIONAL_UNIT' }])
    const { Policies: policies } = await owner.send(
      new sdk.ListPoliciesForTargetCommand({ TargetId: unit, Filter: 'SERVICE_CONTROL_POLICY' }),
    )
    expect(policies).toHaveLength(10)
    expect(
      await refusalOf(owner.send(new sdk.DeletePolicyCommand({ PolicyId: ids[0] ?? '' }))),
    ).toBe('PolicyInUseException')
    for (const id of ids.slice(0, 9)) await detach(id)
    expect(await refusalOf(detach('p-FullAWSAccess'))).toBe(
      'ConstraintViolationException MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    )
  })

  test('bad documents, taken names and the built-in policy are refused', async () => {
    const { owner } = await founded()
    await policyOf(owner, 'Only one')
    expect(await refusalOf(policyOf(owner, 'Only one'))).toBe('DuplicatePolicyException')
    const malformed = new sdk.CreatePolicyCommand({
      Name: 'Bad',
      Description: '',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: '{"Statement":',
    })
    expect(await refusalOf(owner.send(malformed))).toBe('MalformedPolicyDocumentException')
    expect(
      await refusalOf(owner.send(new sdk.DeletePolicyCommand({ PolicyId: 'p-FullAWSAccess' }))),
    ).toBe('InvalidInputException IMMUTABLE_POLICY')
  })

  test('types are switched on and off, and decide the effective policy', async () => {
    const { owner, root } = await founded()
    const member = await joined(owner)
    const effective = new sdk.DescribeEffectivePolicyCommand({
      PolicyType: 'TAG_POLICY',
      TargetId: member.id,
    })
    expect(await refusalOf(owner.send(effective))).toBe('EffectivePolicyNotFoundException')
    const type = { RootId: root, PolicyType: 'TAG_POLICY' } as const
    await owner.send(new sdk.EnablePolicyTypeCommand(type))
    const { Roots: [enabled] = [] } = await later(1000, () =>
      owner.send(new sdk.ListRootsCommand({})),
    )
    expect(enabled?.PolicyTypes).toContainEqual({ Type: 'TAG_POLICY', Status: 'ENABLED' })
    expect(await refusalOf(owner.send(new sdk.EnablePolicyTypeCommand(type)))).toBe(
      'PolicyTypeAlreadyEnabledException',
    )
    const { Policy: policy } = await owner.send(
      new sdk.CreatePolicyCommand({
        Name: 'Cost',
        Description: '',
        Type: 'TAG_POLICY',
        Content: tagRules,
      }),
    )
    const PolicyId = idOf(policy?.PolicySummary)
    await owner.send(new sdk.AttachPolicyCommand({ PolicyId, TargetId: root }))
    const { EffectivePolicy: computed } = await owner.send(effective)
    expect(computed).toMatchObject({ TargetId: member.id, PolicyType: 'TAG_POLICY' })
    expect(computed?.PolicyContent).toContain('Cost')
    await owner.send(new sdk.DisablePolicyTypeCommand(type))
    const { Roots: [disabled] = [] } = await later(1000, () =>
      owner.send(new sdk.ListRootsCommand({})),
    )
    expect(disabled?.PolicyTypes?.map(({ Type }) => Type)).not.toContain('TAG_POLICY')
    expect(
      await refusalOf(
        owner.send(new sdk.EnablePolicyTypeCommand({ ...type, RootId: 'r-zzzzzzzz' })),
      ),
    ).toBe('RootNotFoundException')
  })

  test('the resource policy is put, read and deleted', async () => {
    const { owner } = await founded()
    const allow = { Effect: 'Allow', Principal: '*', Action: 'organizations:List*', Resource: '*' }
    const content = JSON.stringify({ Version: '2012-10-17', Statement: [allow] })
    const put = await owner.send(
      new sdk.PutResourcePolicyCommand({ Content: content, Tags: [{ Key: 'a', Value: '' }] }),
    )
    const id = put.ResourcePolicy?.ResourcePolicySummary?.Id
    expect(id).toMatch(/^rp-[0-9a-zA-Z_]{4,128}$/u)
    const seen = await owner.send(new sdk.DescribeResourcePolicyCommand({}))
    expect(seen.ResourcePolicy).toEqual(put.ResourcePolicy)
    await owner.send(new sdk.DeleteResourcePolicyCommand({}))
    for (const again of [
      owner.send(new sdk.DescribeResourcePolicyCommand({})),
      owner.send(new sdk.DeleteResourcePolicyCommand({})),
    ]) {
      expect(await refusalOf(again)).toBe('ResourcePolicyNotFoundException')
    }
  })
})

describe('services and delegates', () => {
  const [service] = vendor.profile.services

  test('services that are published can be trusted, and no others', async () => {
    const { owner } = await founded()
    const enable = (ServicePrincipal: string): Promise<unknown> =>
      owner.send(new sdk.EnableAWSServiceAccessCommand({ ServicePrincipal }))
    const published = ['config', 'sso', 'member.org.stacksets.cloudformation', 'tagpolicies.tag']
    const principals = published.map((name) => `${name}.amazonaws.com`)
    for (const principal of principals) await enable(principal)
    const { EnabledServicePrincipals: services = [] } = await owner.send(
      new sdk.ListAWSServiceAccessForOrganizationCommand({}),
    )
    const listed = services.map(({ ServicePrincipal }) => ServicePrincipal)
    expect(new Set(listed)).toEqual(new Set(principals))
    expect(await refusalOf(enable('stacksets.cloudformation.amazonaws.com'))).toBe(
      'InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL',
    )
  })

  test('a service is trusted, delegated, taken back and distrusted', async () => {
    const { owner } = await founded()
    const member = await joined(owner)
    const delegation = { AccountId: member.id, ServicePrincipal: service }
    const register = new sdk.RegisterDelegatedAdministratorCommand(delegation)
    expect(await refusalOf(owner.send(register))).toBe(
      'ConstraintViolationException SERVICE_ACCESS_NOT_ENABLED',
    )
    await owner.send(new sdk.EnableAWSServiceAccessCommand({ ServicePrincipal: service }))
    const trusted = new sdk.ListAWSServiceAccessForOrganizationCommand({})
    const { EnabledServicePrincipals: services } = await owner.send(trusted)
    expect(services).toMatchObject([{ ServicePrincipal: service, DateEnabled: expect.any(Date) }])
    const delegations = new sdk.ListDelegatedServicesForAccountCommand({ AccountId: member.id })
    expect(await refusalOf(owner.send(delegations))).toBe('AccountNotRegisteredException')
    await owner.send(register)
    expect(await refusalOf(owner.send(register))).toBe('AccountAlreadyRegisteredException')
    const { DelegatedAdministrators: delegates } = await owner.send(
      new sdk.ListDelegatedAdministratorsCommand({ ServicePrincipal: service }),
    )
    expect(delegates?.map(({ Id }) => Id)).toEqual([member.id])
    const { DelegatedServices: own } = await owner.send(delegations)
    expect(own?.map(({ ServicePrincipal }) => ServicePrincipal)).toEqual([service])
    expect((await member.send(new sdk.ListAccountsCommand({}))).Accounts).toHaveLength(2)
    await owner.send(new sdk.DeregisterDelegatedAdministratorCommand(delegation))
    expect(await refusalOf(member.send(new sdk.ListAccountsCommand({})))).toBe(
      'AccessDeniedException',
    )
    await owner.send(new sdk.DisableAWSServiceAccessCommand({ ServicePrincipal: service }))
    expect((await owner.send(trusted)).EnabledServicePrincipals).toEqual([])
  })

  test('unknown services and the management account as delegate are refused', async () => {
    const { owner } = await founded()
    const unknown = vendor.profile.unknownService
    expect(
      await refusalOf(
        owner.send(new sdk.EnableAWSServiceAccessCommand({ ServicePrincipal: unknown })),
      ),
    ).toBe('InvalidInputException UNRECOGNIZED_SERVICE_PRINCIPAL')
    await owner.send(new sdk.EnableAWSServiceAccessCommand({ ServicePrincipal: service }))
    expect(
      await refusalOf(
        owner.send(
          new sdk.RegisterDelegatedAdministratorCommand({
            AccountId: owner.id,
            ServicePrincipal: service,
          }),
        ),
      ),
    ).toBe('ConstraintViolationException CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR')
  })
})

describe('tags and pages', () => {
  test('a resource is tagged and untagged', async () => {
    const { owner, root } = await founded()
    const tags = [
      { Key: 'Stage', Value: 'test' },
      { Key: 'Empty', Value: '' },
    ]
    await owner.send(new sdk.TagResourceCommand({ ResourceId: root, Tags: tags }))
    const list = new sdk.ListTagsForResourceCommand({ ResourceId: root })
    expect((await owner.send(list)).Tags).toEqual(tags)
    await owner.send(new sdk.UntagResourceCommand({ ResourceId: root, TagKeys: ['Stage'] }))
    expect((await owner.send(list)).Tags).toEqual(tags.slice(1))
  })

  test('double, reserved, too many and misplaced tags are refused', async () => {
    const { owner, root } = await founded()
    const tagging = (ResourceId: string, keys: readonly string[]) =>
      refusalOf(
        owner.send(
          new sdk.TagResourceCommand({
            ResourceId,
            Tags: keys.map((Key) => ({ Key, Value: 'x' })),
          }),
        ),
      )
    expect(await tagging(root, ['a', 'a'])).toBe('InvalidInputException DUPLICATE_TAG_KEY')
    expect(await tagging(root, ['aws:a'])).toBe(
      'InvalidInputException INVALID_SYSTEM_TAGS_PARAMETER',
    )
    expect(
      await tagging(
        root,
        Array.from({ length: 51 }, (_, index) => `k${index}`),
      ),
    ).toBe('ConstraintViolationException MAX_TAG_LIMIT_EXCEEDED')
    expect(await tagging('p-zzzzzzzz', ['a'])).toBe('TargetNotFoundException')
  })

  test('pages join to the whole', async () => {
    const { owner, root } = await founded()
    const names = ['a', 'b', 'c', 'd', 'e']
    for (const name of names) await unitOf(owner, root, name)
    const paged: (string | undefined)[] = []
    const pages = sdk.paginateListOrganizationalUnitsForParent(
      { client: clientOf(owner.id), pageSize: 2 },
      { ParentId: root },
    )
    clientOf(owner.id).config.systemClockOffset = ahead
    for await (const page of pages) {
      expect(page.OrganizationalUnits?.length).toBeLessThanOrEqual(2)
      paged.push(...(page.OrganizationalUnits ?? []).map(({ Name }) => Name))
    }
    expect(paged).toEqual(names)
  })

  test('foreign tokens and impossible sizes are refused', async () => {
    const { owner } = await founded()
    const list = (input: sdk.ListAccountsCommandInput) =>
      refusalOf(owner.send(new sdk.ListAccountsCommand(input)))
    expect(await list({ NextToken: 'nobody' })).toMatch(
      /^InvalidInputException INVALID_(NEXT|PAGINATION)_TOKEN$/u,
    )
    expect(await list({ MaxResults: 21 })).toBe('InvalidInputException MAX_VALUE_EXCEEDED')
    expect(await list({ MaxResults: 0 })).toBe('InvalidInputException MIN_VALUE_EXCEEDED')
  })
})

describe('input and keys', () => {
  test.each<[string, object, string]>([
    ['a missing member', {}, 'INPUT_REQUIRED'],
    ['a foreign form', { AccountId: '12' }, 'INVALID_PATTERN'],
  ])('%s is refused', async (_, input, reason) => {
    const { owner } = await founded()
    const asking = owner.send(
      new sdk.DescribeAccountCommand(input as sdk.DescribeAccountCommandInput),
    )
    expect(await refusalOf(asking)).toBe(`InvalidInputException ${reason}`)
  })

  test('an unknown word is refused', async () => {
    const { owner } = await founded()
    const asking = owner.send(new sdk.ListPoliciesCommand({ Filter: 'NO_POLICY' as 'TAG_POLICY' }))
    expect(await refusalOf(asking)).toMatch(/^InvalidInputException INVALID_ENUM/u)
  })

  test('a wrong secret, an unknown key, an old signature and a foreign token are not believed', async () => {
    const codes: string[] = []
    const late = clientAt(endpoint, '555555555555')
    late.config.systemClockOffset = ahead - 6 * 60_000
    const tokened = clientAt(endpoint, {
      accessKeyId: '555555555555',
      secretAccessKey: vendor.referenceEndpoint.secret,
      sessionToken: 'none is known',
    })
    for (const client of [
      clientAt(endpoint, { accessKeyId: '555555555555', secretAccessKey: 'wrong' }),
      clientAt(endpoint, 'AKIDEXAMPLE'),
      late,
      tokened,
    ]) {
      codes.push(await refusalOf(client.send(new sdk.DescribeOrganizationCommand({}))))
      client.destroy()
    }
    expect(codes).toEqual([
      'InvalidSignatureException',
      'UnrecognizedClientException',
      'InvalidSignatureException',
      'UnrecognizedClientException',
    ])
  })
})

describe('what all of this showed', () => {
  test('every operation was answered', () => {
    const missing = [...vendor.contract.operations.keys()].filter((name) => !answered.has(name))
    expect(missing).toEqual([])
  })

  test('every answer fits its schema', () => {
    expect(violations).toEqual([])
  })

  test('every error is declared', () => {
    const undeclared = [...refused].filter((pair) => {
      const [operation = '', code = ''] = pair.split(' ')
      const declared = vendor.contract.operations.get(operation)?.errors.includes(code)
      return declared !== true && !vendor.refusals.common.includes(code)
    })
    expect(undeclared).toEqual([])
    expect(refused.size).toBeGreaterThan(30)
  })

  test('the endpoint found nothing wrong with itself', () => {
    expect(endpoint.troubles()).toEqual([])
  })
})

test('a client in a region that is not served learns which ones are', async () => {
  const regions = ['eu-west-1', 'eu-west-3']
  const options = { port: 0, clock: instant, random: seeded(13), regions }
  const european = await startEndpoint(vendor, options)
  const saying = async (region: string): Promise<string> => {
    const client = clientAt(european, '111111111111', region)
    const error: unknown = await client
      .send(new sdk.ListRootsCommand({}))
      .catch((reason: unknown) => reason)
    client.destroy()
    return String(error)
  }
  for (const region of regions) {
    expect(await saying(region)).toContain('AWSOrganizationsNotInUseException')
  }
  const problem = await saying('us-east-1')
  for (const region of regions) expect(problem).toContain(region)
  await european.close()
})
