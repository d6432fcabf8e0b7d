import { beforeEach, describe, expect, test } from 'vitest'

import type { Json, JsonObject } from '../specs/contract/json.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { wordOf } from '../specs/wire/sub-code.ts'
import { memberAddress, prepare } from './testing/recorded/prepare.ts'
import {
  management,
  member,
  openRecordedWorld,
  textAt,
  type RecordedWorld,
} from './testing/recorded/world.ts'

/** The stories among the recordings of the real service, played from their start (observed.json: O123-O159). */

const vendor = await loadVendor('aws')

let world: RecordedWorld

beforeEach(async () => {
  world = await openRecordedWorld(vendor)
})

/** What came of a request: `done`, or the code with the word of its reason. */
const came = async (who: string, operation: string, input: JsonObject = {}): Promise<string> => {
  const reply = await world.ask(who, operation, input)
  if (reply.kind === 'output') return 'done'
  if (reply.kind !== 'refusal') return reply.kind
  return reply.reason === undefined ? reply.code : `${reply.code}/${wordOf(reply.reason)}`
}

const manage = async (operation: string, input: JsonObject = {}): Promise<JsonObject> =>
  await world.get(management, operation, input)

const invite = async (Type = 'EMAIL', Id = memberAddress): Promise<string> =>
  await came(management, 'InviteAccountToOrganization', { Target: { Type, Id } })

const answers = async (): Promise<readonly string[]> => {
  const HandshakeId = world.known.invitation
  return [
    await came(member, 'AcceptHandshake', { HandshakeId }),
    await came(member, 'DeclineHandshake', { HandshakeId }),
    await came(management, 'CancelHandshake', { HandshakeId }),
  ]
}

const update = async (input: JsonObject): Promise<Json> =>
  (await manage('UpdatePolicy', { PolicyId: world.known.policy, ...input }))['Policy'] ?? null

const kept = async (): Promise<Json> =>
  (await manage('DescribePolicy', { PolicyId: world.known.policy }))['Policy'] ?? null

describe('an invitation by the address of a member', () => {
  const wrong = 'InvalidHandshakeTransitionException'
  const again = 'HandshakeAlreadyInStateException'

  test.each([
    ['accepted', [again, wrong, wrong]],
    ['declined', [wrong, again, wrong]],
    ['cancelled', [wrong, wrong, again]],
  ])(
    'that was %s stays so, whatever is asked of it, and another one is sent',
    async (end, comes) => {
      await prepare(world, ['invited', end])
      expect(await answers()).toEqual(comes)
      expect(await answers()).toEqual(comes)
      expect(await invite()).toBe('done')
    },
  )

  test('is open to its recipient alone, and is not sent twice', async () => {
    await prepare(world, ['invited'])
    const HandshakeId = world.known.invitation
    expect(await invite()).toBe('DuplicateHandshakeException')
    for (const operation of ['AcceptHandshake', 'DeclineHandshake'])
      expect(await came(management, operation, { HandshakeId })).toBe('AccessDeniedException')
    expect(await came(member, 'CancelHandshake', { HandshakeId })).toBe('AccessDeniedException')
    const { Handshake } = await manage('DescribeHandshake', { HandshakeId })
    expect(Handshake).toMatchObject({ State: 'OPEN' })
  })

  test('is refused when it is accepted, is accepted all the same, and names the account', async () => {
    await prepare(world, ['invited'])
    const HandshakeId = world.known.invitation
    expect(await came(member, 'AcceptHandshake', { HandshakeId })).toBe(
      'HandshakeConstraintViolationException/ALREADY_IN_AN_ORGANIZATION',
    )
    const { Handshake } = await manage('DescribeHandshake', { HandshakeId })
    expect(Handshake).toMatchObject({
      State: 'ACCEPTED',
      Parties: expect.arrayContaining([{ Id: member, Type: 'ACCOUNT' }]) as Json,
      Resources: expect.arrayContaining([{ Type: 'EMAIL', Value: memberAddress }]) as Json,
    })
  })

  test('is sent, though none by the id of the account is', async () => {
    expect(await invite('ACCOUNT', member)).toBe(
      'HandshakeConstraintViolationException/ALREADY_IN_AN_ORGANIZATION',
    )
    expect(await invite()).toBe('done')
  })
})

describe('an update of a policy', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['nothing', {}, []],
    ['a name', { Name: 'changed' }, ['Name']],
    ['a description', { Description: 'next' }, ['Description']],
    ['both', { Name: 'changed', Description: 'next' }, ['Description', 'Name']],
  ])('with %s answers what was given, and the content', async (_what, input, given) => {
    const answer = await update(input)
    const { PolicySummary, Content } = answer as { PolicySummary: JsonObject; Content: string }
    const always = ['Arn', 'AwsManaged', 'Id', 'Type']
    expect(Object.keys(PolicySummary).toSorted()).toEqual([...always, ...given].toSorted())
    expect(PolicySummary).toMatchObject(input)
    expect(await kept()).toMatchObject({ Content, PolicySummary: input })
  })

  test('with an empty description answers it, and keeps the old one', async () => {
    expect(await update({ Description: '' })).toMatchObject({ PolicySummary: { Description: '' } })
    expect(await kept()).toMatchObject({ PolicySummary: { Description: 'initial' } })
  })

  test.each<[string, JsonObject, string]>([
    ['no content', { Content: '' }, 'InvalidInputException/MIN_LENGTH_EXCEEDED'],
    ['no JSON', { Content: '{' }, 'MalformedPolicyDocumentException'],
    [
      'a long description',
      { Description: 'é'.repeat(513) },
      'InvalidInputException/MAX_LENGTH_EXCEEDED',
    ],
    ['the name of another', { Name: 'FullAWSAccess' }, 'DuplicatePolicyException'],
  ])('that is refused for %s changes nothing of it', async (_why, input, code) => {
    const before = await kept()
    const asked = { PolicyId: world.known.policy, Name: 'changed', ...input }
    expect(await came(management, 'UpdatePolicy', asked)).toBe(code)
    expect(await kept()).toEqual(before)
  })
})

test('a blank name is accepted for a unit, and leaves it as it is called', async () => {
  const OrganizationalUnitId = world.known.unit
  const renamed = await manage('UpdateOrganizationalUnit', { OrganizationalUnitId, Name: ' ' })
  expect(textAt(renamed, 'OrganizationalUnit', 'Name')).toBe('OWNED_UNIT')
})

test('an effective policy follows its type and what is attached', async () => {
  const told = async (who: string): Promise<string> => {
    const reply = await world.ask(who, 'DescribeEffectivePolicy', { PolicyType: 'TAG_POLICY' })
    if (reply.kind !== 'output')
      return await came(who, 'DescribeEffectivePolicy', { PolicyType: 'TAG_POLICY' })
    return textAt(reply.output, 'EffectivePolicy', 'PolicyContent')
  }
  const both = async (): Promise<readonly string[]> => [await told(management), await told(member)]
  const none = 'EffectivePolicyNotFoundException'
  expect(await both()).toEqual([none, none])
  await prepare(world, ['tag-type-on'])
  expect(await both()).toEqual(['{}', '{}'])
  await prepare(world, ['tag-policy', 'attached-to-member'])
  const owned = '{"tags":{"validation-owned":{"tag_value":["one"],"tag_key":"validation-owned"}}}'
  expect(await both()).toEqual(['{}', owned])
  const RootId = world.known.root
  await manage('DisablePolicyType', { RootId, PolicyType: 'TAG_POLICY' })
  expect(await both()).toEqual([none, none])
  await prepare(world, ['tag-type-on'])
  expect(await both()).toEqual(['{}', '{}'])
})

test('a unit and an account tell where they stand', async () => {
  const { organization, root, unit } = world.known
  const moved = { AccountId: member, SourceParentId: root, DestinationParentId: unit }
  await manage('MoveAccount', moved)
  const inner = await manage('CreateOrganizationalUnit', { ParentId: unit, Name: 'inner' })
  const id = textAt(inner, 'OrganizationalUnit', 'Id')
  const path = `${organization}/${root}/${unit}/`
  expect(textAt(inner, 'OrganizationalUnit', 'Path')).toBe(`${path}${id}/`)
  const account = await manage('DescribeAccount', { AccountId: member })
  expect(account['Account']).toMatchObject({ Paths: [`${path}${member}/`], State: 'ACTIVE' })
})
