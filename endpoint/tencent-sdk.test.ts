import { Agent } from 'node:http'
import { createConnection } from 'node:net'

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { organization } from 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/index.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import type { JsonObject } from '../specs/contract/json.ts'
import { extensionKeywords } from '../specs/contract/openapi-document.ts'
import { tencent } from '../specs/vendors/tencent/tencent.ts'
import type { Fault } from './fault.ts'
import { type Endpoint, startEndpoint } from './server.ts'

/**
 * The vendor's own client, pointed at the endpoint: its host, scope and signature are those it has in
 * production, only the connection goes elsewhere. It reads the system's clock, which stands still here.
 */

const vendor = tencent()
const { Client } = organization.v20181225
type Client = InstanceType<typeof Client>
type Method = 'POST' | 'GET'

const start = Date.UTC(2026, 2, 1, 12, 0, 0)
const days = 24 * 60 * 60 * 1000
const asked = new Map<string, Set<string>>()
let endpoint: Endpoint
let agent: Agent
let account = 100_000_000_000

const validators = new Map<string, ValidateFunction>()

/** Whether an output fits the contract, whatever it says. */
const fits = (operation: string, output: JsonObject): boolean => {
  const known = validators.get(operation)
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  for (const keyword of extensionKeywords) ajv.addKeyword(keyword)
  const { components = {} } = vendor.contract.openapi
  const validate =
    known ?? ajv.compile({ ...operationOf(vendor.contract, operation).output, components })
  validators.set(operation, validate)
  return validate(output)
}

/** No mistake: it only looks at what is written, and remembers what was asked and how. */
const witness: Fault = {
  name: 'witness',
  description: 'looks at every answer',
  breaks: {},
  alter: ({ hear, write }) => ({
    hear: (message) => {
      const heard = hear(message)
      if ('operation' in heard) {
        const methods = asked.get(heard.operation) ?? new Set<string>()
        asked.set(heard.operation, methods.add(message.method))
      }
      return heard
    },
    write: (output, heard) => {
      const written = write(output, heard)
      expect(fits(heard.operation, written), `${heard.operation}: ${JSON.stringify(written)}`).toBe(
        true,
      )
      return written
    },
  }),
}

const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

beforeAll(async () => {
  endpoint = await startEndpoint(vendor, {
    port: 0,
    clock: () => Date.now(),
    random: seeded(3),
    fault: witness,
  })
  const port = Number(endpoint.url.port)
  agent = Object.assign(new Agent(), {
    createConnection: () => createConnection({ host: '127.0.0.1', port }),
  })
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
})

afterEach(() => {
  vi.useRealTimers()
  expect(endpoint.troubles()).toEqual([])
})

afterAll(async () => {
  agent.destroy()
  await endpoint.close()
})

interface Keys {
  readonly secretId?: string
  readonly secretKey?: string
  readonly token?: string
}

const clientWith = (reqMethod: Method, keys: Keys): Client =>
  new Client({
    credential: { secretKey: vendor.referenceEndpoint.secret, ...keys },
    profile: {
      httpProfile: {
        reqMethod,
        protocol: 'http://',
        endpoint: 'organization.tencentcloudapi.com',
        agent,
      },
    },
  })

interface Person {
  readonly uin: number
  readonly client: Client
}

const newcomer = (method: Method): Person => {
  account += 1
  return { uin: account, client: clientWith(method, { secretId: String(account) }) }
}

/** Somebody with an organization, and the node that is its root. */
const founder = async (method: Method): Promise<Person & { orgId: number; root: number }> => {
  const person = newcomer(method)
  const { OrgId: orgId = 0 } = await person.client.CreateOrganization({ OrgType: 1 })
  const { Nodes = [] } = await person.client.ListOrganizationNodes()
  return { ...person, orgId, root: Nodes[0]?.NodeId ?? 0 }
}

const invite = async (owner: Person, guest: Person, name: string): Promise<number> => {
  await owner.client.SendOrganizationInvitation({ InviteUin: guest.uin, Name: name, Remark: '' })
  const { Invitations = [] } = await guest.client.ListOrganizationInvitations({ Invited: 1 })
  const own = Invitations.filter(({ HostUin }) => HostUin === owner.uin)
  return own.find(({ Status }) => Status === 0)?.Id ?? 0
}

const join = async (owner: Person, guest: Person, name: string): Promise<void> => {
  await guest.client.AcceptOrganizationInvitation({ Id: await invite(owner, guest, name) })
}

/** The code of a refusal; the client throws it away when the status is not 200. */
const codeOf = async (calling: Promise<unknown>): Promise<string> => {
  try {
    await calling
  } catch (error) {
    const { code, requestId } = error as { readonly code?: string; readonly requestId?: string }
    expect(requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/u)
    return code ?? 'no code'
  }
  return 'done'
}

describe.each<Method>(['POST', 'GET'])('by %s', (method) => {
  test('an organization is founded, described and dissolved', async () => {
    const { uin, client } = newcomer(method)
    const founded = await client.CreateOrganization({ OrgType: 1 })
    expect(founded).toMatchObject({
      Nickname: `Account ${uin}`,
      Mail: `${uin}@example.com`,
      OrgType: 1,
    })
    expect(founded.RequestId).toMatch(/^[0-9a-f-]{36}$/u)
    expect(await client.GetOrganization()).toMatchObject({
      OrgId: founded.OrgId,
      HostUin: uin,
      IsEmpty: 1,
    })
    expect(await codeOf(client.CreateOrganization({ OrgType: 1 }))).toBe(
      'FailedOperation.OrganizationExistAlready',
    )
    await client.DeleteOrganization()
    expect(await codeOf(client.GetOrganization())).toBe('ResourceNotFound.OrganizationNotExist')
    expect(await codeOf(client.DeleteOrganization())).toBe('ResourceNotFound.OrganizationNotExist')
  })

  test('nodes are added, renamed, moved and deleted', async () => {
    const { client, root } = await founder(method)
    const { NodeId: one = 0 } = await client.AddOrganizationNode({
      ParentNodeId: root,
      Name: 'One',
    })
    const { NodeId: two = 0 } = await client.AddOrganizationNode({ ParentNodeId: one, Name: 'Two' })
    await client.UpdateOrganizationNode({ NodeId: two, Name: 'Deux' })
    await client.UpdateOrganizationNode({ NodeId: two, ParentNodeId: root, Name: 'Zwei' })
    const { Nodes } = await client.ListOrganizationNodes()
    expect(Nodes).toEqual([
      { NodeId: root, Name: 'Root', ParentNodeId: 0, MemberCount: 1 },
      { NodeId: one, Name: 'One', ParentNodeId: root, MemberCount: 0 },
      { NodeId: two, Name: 'Zwei', ParentNodeId: root, MemberCount: 0 },
    ])
    await client.DeleteOrganizationNodes({ NodeIds: [one, two] })
    expect((await client.ListOrganizationNodes()).Nodes).toHaveLength(1)
  })

  test('of several nodes all are deleted, or none', async () => {
    const { client, root } = await founder(method)
    const { NodeId: full = 0 } = await client.AddOrganizationNode({ ParentNodeId: root, Name: 'A' })
    const { NodeId: child = 0 } = await client.AddOrganizationNode({
      ParentNodeId: full,
      Name: 'B',
    })
    const { NodeId: empty = 0 } = await client.AddOrganizationNode({
      ParentNodeId: root,
      Name: 'C',
    })
    expect(await codeOf(client.DeleteOrganizationNodes({ NodeIds: [empty, full] }))).toBe(
      'FailedOperation.NodeNotEmpty',
    )
    expect((await client.ListOrganizationNodes()).Nodes).toHaveLength(4)
    await client.DeleteOrganizationNodes({ NodeIds: [child, full, empty] })
    expect((await client.ListOrganizationNodes()).Nodes).toHaveLength(1)
  })

  test('mistakes with nodes keep their codes', async () => {
    const { client, root } = await founder(method)
    const nowhere = 999_999_993
    const add = (ParentNodeId: number, Name: string): Promise<{ NodeId?: number }> =>
      client.AddOrganizationNode({ ParentNodeId, Name })
    const { NodeId: one = 0 } = await add(root, 'One')
    const { NodeId: two = 0 } = await add(root, 'Two')
    expect(await codeOf(add(root, 'One'))).toBe('ResourceInUse.NodeName')
    expect(await codeOf(client.UpdateOrganizationNode({ NodeId: two, Name: 'One' }))).toBe(
      'ResourceInUse.NodeNameUsed',
    )
    expect(await codeOf(add(nowhere, 'Three'))).toBe('ResourceNotFound.NodeNotExist')
    let deepest = one
    for (const name of ['2', '3', '4', '5']) deepest = (await add(deepest, name)).NodeId ?? 0
    expect(await codeOf(add(deepest, '6'))).toBe('LimitExceeded.NodeDepthExceedLimit')
    expect(
      await codeOf(client.UpdateOrganizationNode({ NodeId: two, ParentNodeId: deepest })),
    ).toBe('LimitExceeded.NodeDepthExceedLimit')
    expect(
      await codeOf(client.UpdateOrganizationNode({ NodeId: one, ParentNodeId: deepest })),
    ).toBe('InvalidParameterValue')
  })

  test('a guest is invited, joins, is told of, renamed, moved, taken out and removed', async () => {
    const owner = await founder(method)
    const guest = newcomer(method)
    const Id = await invite(owner, guest, 'Guest')
    const { Invitations } = await owner.client.ListOrganizationInvitations({ Invited: 0 })
    expect(Invitations).toEqual([
      {
        Id,
        Uin: guest.uin,
        HostUin: owner.uin,
        HostName: `Account ${owner.uin}`,
        HostMail: `${owner.uin}@example.com`,
        Status: 0,
        Name: 'Guest',
        Remark: '',
        OrgType: 1,
        InviteTime: '2026-03-01 12:00:00',
        ExpireTime: '2026-03-16 12:00:00',
      },
    ])
    await guest.client.AcceptOrganizationInvitation({ Id })
    await owner.client.UpdateOrganizationMember({
      MemberUin: guest.uin,
      Name: 'Friend',
      Remark: '!',
    })
    const { NodeId = 0 } = await owner.client.AddOrganizationNode({
      ParentNodeId: owner.root,
      Name: 'House',
    })
    await owner.client.MoveOrganizationMembersToNode({ NodeId, Uins: [guest.uin] })
    const where = await owner.client.GetOrganizationMember({ MemberUin: guest.uin })
    expect(where).toMatchObject({
      Uin: guest.uin,
      Name: 'Friend',
      Remark: '!',
      JoinTime: '2026-03-01 12:00:00',
      NodeId,
      NodeName: 'House',
      ParentNodeId: owner.root,
    })
    const inHouse = await owner.client.ListOrganizationNodeMembers({ NodeId })
    expect(inHouse).toMatchObject({ TotalCount: 1, Members: [{ Uin: guest.uin, Name: 'Friend' }] })
    await owner.client.DeleteOrganizationMemberFromNode({ MemberUin: guest.uin, NodeId })
    expect(await owner.client.ListOrganizationNodeMembers({ NodeId })).toMatchObject({
      TotalCount: 0,
      Members: [],
    })
    await owner.client.DeleteOrganizationMembers({ Uins: [guest.uin] })
    const left = await owner.client.ListOrganizationMembers({})
    expect(left.Members?.map(({ Uin }) => Uin)).toEqual([owner.uin])
  })

  test('invitations are denied, cancelled and expire', async () => {
    const owner = await founder(method)
    const guest = newcomer(method)
    const stateOf = async (id: number): Promise<number | undefined> => {
      const { Invitations = [] } = await owner.client.ListOrganizationInvitations({ Invited: 0 })
      return Invitations.find(({ Id }) => Id === id)?.Status
    }
    const denied = await invite(owner, guest, 'Guest')
    await guest.client.DenyOrganizationInvitation({ Id: denied })
    expect(await stateOf(denied)).toBe(2)
    const cancelled = await invite(owner, guest, 'Guest')
    await owner.client.CancelOrganizationInvitation({ Id: cancelled })
    expect(await stateOf(cancelled)).toBe(3)
    const expired = await invite(owner, guest, 'Guest')
    vi.setSystemTime(start + 15 * days)
    expect(await stateOf(expired)).toBe(-1)
    for (const Id of [denied, cancelled, expired]) {
      expect(await codeOf(guest.client.AcceptOrganizationInvitation({ Id }))).toBe(
        'ResourceNotFound.InvitationNotExist',
      )
    }
  })

  test('mistakes with invitations keep their codes', async () => {
    const owner = await founder(method)
    const other = await founder(method)
    const guest = newcomer(method)
    const stranger = newcomer(method)
    const send = (InviteUin: number, Name: string): Promise<unknown> =>
      owner.client.SendOrganizationInvitation({ InviteUin, Name, Remark: '' })
    const Id = await invite(owner, guest, 'Guest')
    expect(await codeOf(send(guest.uin, 'Again'))).toBe('FailedOperation.ReSentInvitation')
    expect(await codeOf(send(stranger.uin, 'Guest'))).toBe('FailedOperation.MemberNameUsed')
    expect(await codeOf(send(other.uin, 'Other'))).toBe('FailedOperation.UserInOrganization')
    expect(await codeOf(send(1, 'Nobody'))).toBe('ResourceNotFound.UserNotExist')
    const absent = 'ResourceNotFound.InvitationNotExist'
    expect(await codeOf(stranger.client.AcceptOrganizationInvitation({ Id }))).toBe(absent)
    expect(await codeOf(guest.client.CancelOrganizationInvitation({ Id }))).toBe(absent)
    expect(await codeOf(owner.client.DenyOrganizationInvitation({ Id: 5 }))).toBe(absent)
    const second = await invite(other, guest, 'Guest')
    await guest.client.AcceptOrganizationInvitation({ Id })
    expect(await codeOf(guest.client.AcceptOrganizationInvitation({ Id: second }))).toBe(
      'FailedOperation.InOrganizationAlready',
    )
  })

  test('members leave by themselves, and mistakes with them keep their codes', async () => {
    const owner = await founder(method)
    const [one, two] = [newcomer(method), newcomer(method)]
    await join(owner, one, 'One')
    await join(owner, two, 'Two')
    const { orgId: OrgId, root: NodeId } = owner
    expect(await codeOf(owner.client.DeleteOrganization())).toBe(
      'FailedOperation.OrganizationNotEmpty',
    )
    expect(await codeOf(owner.client.QuitOrganization({ OrgId }))).toBe(
      'FailedOperation.DisableQuitSelfCreatedOrganization',
    )
    expect(await codeOf(one.client.QuitOrganization({ OrgId: OrgId + 1 }))).toBe(
      'ResourceNotFound.OrganizationNotExist',
    )
    expect(
      await codeOf(owner.client.UpdateOrganizationMember({ MemberUin: one.uin, Name: 'Two' })),
    ).toBe('FailedOperation.MemberNameUsed')
    expect(
      await codeOf(owner.client.UpdateOrganizationMember({ MemberUin: 999_999_999_999 })),
    ).toBe('ResourceNotFound.MemberNotExist')
    expect(
      await codeOf(
        owner.client.MoveOrganizationMembersToNode({ NodeId, Uins: [one.uin, 999_999_999_999] }),
      ),
    ).toBe('FailedOperation.SomeUinsNotInOrganization')
    expect(
      await codeOf(owner.client.DeleteOrganizationMemberFromNode({ MemberUin: one.uin, NodeId })),
    ).toBe('FailedOperation.DisableDeleteMemberFromRootNode')
    await one.client.QuitOrganization({ OrgId })
    expect(await codeOf(one.client.QuitOrganization({ OrgId }))).toBe(
      'ResourceNotFound.OrganizationNotExist',
    )
  })

  test('lists count their entries', async () => {
    const owner = await founder(method)
    for (const name of ['One', 'Two', 'Three']) await join(owner, newcomer(method), name)
    const page = async (Offset: number, Limit: number): Promise<(string | undefined)[]> => {
      const answer = await owner.client.ListOrganizationMembers({ Offset, Limit })
      expect(answer.TotalCount).toBe(4)
      return (answer.Members ?? []).map(({ Name }) => Name)
    }
    expect(await page(1, 2)).toEqual(['One', 'Two'])
    expect(await page(3, 2)).toEqual(['Three'])
    expect(await page(4, 2)).toEqual([])
    expect(await page(0, 0)).toEqual([])
  })
})

describe('input, keys and clocks', () => {
  test.each([
    ['MissingParameter', 'AddOrganizationNode', { Name: 'a' }],
    ['InvalidParameter', 'AddOrganizationNode', { Name: 'a', ParentNodeId: 'one' }],
    ['InvalidParameterValue', 'CreateOrganization', { OrgType: 7 }],
    ['InvalidParameterValue', 'ListOrganizationInvitations', { Invited: 1, Limit: -1 }],
  ])('%s answers %s with %j', async (code, action, input) => {
    const { client } = newcomer('POST')
    // the client itself checks nothing, its types do
    const call = Reflect.get(client, action) as (this: Client, input: object) => Promise<unknown>
    expect(await codeOf(call.call(client, input))).toBe(code)
  })

  test.each<[string, string, Keys]>([
    ['a wrong secret', 'AuthFailure.SignatureFailure', { secretKey: 'wrong' }],
    ['an unknown key', 'AuthFailure.SecretIdNotFound', { secretId: 'AKIDnobody' }],
    ['a token nobody issued', 'AuthFailure.TokenFailure', { token: 'none is known' }],
  ])('%s is %s', async (_, code, keys) => {
    const client = clientWith('POST', { secretId: '100000000001', ...keys })
    expect(await codeOf(client.GetOrganization())).toBe(code)
  })

  test('a client whose clock is six minutes off is not believed', async () => {
    const late = await startEndpoint(vendor, {
      port: 0,
      clock: () => Date.now() + 6 * 60_000,
      random: seeded(4),
    })
    const client = new Client({
      credential: { secretId: '100000000001', secretKey: vendor.referenceEndpoint.secret },
      profile: { httpProfile: { protocol: 'http://', endpoint: late.url.host } },
    })
    expect(await codeOf(client.GetOrganization())).toBe('AuthFailure.SignatureExpire')
    await late.close()
  })

  test('a client that is given the address itself signs it otherwise, and is understood', async () => {
    const client = new Client({
      credential: { secretId: '100000000001', secretKey: vendor.referenceEndpoint.secret },
      profile: { httpProfile: { protocol: 'http://', endpoint: endpoint.url.host } },
    })
    expect(await codeOf(client.GetOrganization())).toBe('ResourceNotFound.OrganizationNotExist')
  })
})

test('every action was asked by POST and by GET', () => {
  expect([...asked.keys()].toSorted()).toEqual([...vendor.contract.operations.keys()].toSorted())
  for (const [action, methods] of asked)
    expect([...methods].toSorted(), action).toEqual(['GET', 'POST'])
})
