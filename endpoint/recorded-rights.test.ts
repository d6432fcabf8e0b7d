import { beforeEach, describe, expect, test } from 'vitest'

import type { JsonObject } from '../specs/contract/json.ts'
import { arn } from '../specs/vendors/aws/dialect/arn.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { prepare } from './testing/recorded/prepare.ts'
import {
  management,
  member,
  openRecordedWorld,
  textAt,
  type Known,
  type RecordedWorld,
} from './testing/recorded/world.ts'

/** Who may do what by delegation and by the resource policy, as the real service was recorded to decide it. */

const vendor = await loadVendor('aws')

let world: RecordedWorld

beforeEach(async () => {
  world = await openRecordedWorld(vendor)
})

const came = async (who: string, operation: string, input: JsonObject = {}): Promise<string> => {
  const reply = await world.ask(who, operation, input)
  return reply.kind === 'refusal' ? reply.code : 'done'
}

const denied = 'AccessDeniedException'

const policy = ({ policy: PolicyId }: Known): JsonObject => ({ PolicyId })
const attaching = ({ policy: PolicyId, unit }: Known): JsonObject => ({ PolicyId, TargetId: unit })
const nothing = (): JsonObject => ({})
const creating = (Tags: JsonObject[]) => (): JsonObject => ({
  Name: 'made by a delegate',
  Description: '',
  Type: 'SERVICE_CONTROL_POLICY',
  Content: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  ...(Tags.length > 0 && { Tags }),
})
const tagged = creating([{ Key: 'probe', Value: 'OWNED_NAME' }])
const tagging = ({ policy: ResourceId }: Known): JsonObject => ({
  ResourceId,
  Tags: [{ Key: 'team', Value: 'probe' }],
})

type Said = readonly [operation: string, input: (known: Known) => JsonObject]

describe('a member', () => {
  test.each<[given: string, said: Said, comes: string]>([
    ['', ['DescribePolicy', policy], denied],
    ['', ['ListAccounts', nothing], denied],
    ['', ['DescribeOrganization', nothing], 'done'],
    ['delegate', ['DescribePolicy', policy], 'done'],
    ['delegate', ['ListAccounts', nothing], 'done'],
    ['delegate', ['DescribeResourcePolicy', nothing], 'ResourcePolicyNotFoundException'],
    ['reads-allowed', ['DescribePolicy', policy], 'done'],
    ['reads-allowed', ['DescribeResourcePolicy', nothing], 'done'],
    ['reads-allowed', ['UpdatePolicy', policy], denied],
    ['reads-allowed-of-nobody', ['ListAccounts', nothing], denied],
    ['reads-denied', ['DescribeOrganization', nothing], denied],
    ['delegate reads-denied', ['DescribePolicy', policy], denied],
    ['delegate reads-denied', ['ListRoots', nothing], 'done'],
    ['reads-denied-update-allowed', ['UpdatePolicy', policy], 'done'],
    ['reads-denied-update-allowed', ['DescribePolicy', policy], denied],
    ['policies-allowed', ['AttachPolicy', attaching], denied],
    ['policies-allowed', ['UpdatePolicy', policy], 'done'],
    ['policies-allowed policy-deleted', ['DescribePolicy', policy], denied],
    ['writes-allowed', ['AttachPolicy', attaching], 'done'],
    ['writes-allowed attached-to-unit', ['DeletePolicy', policy], 'PolicyInUseException'],
    ['creation-allowed', ['CreatePolicy', creating([])], 'done'],
    ['creation-allowed', ['CreatePolicy', tagged], denied],
    ['writes-allowed', ['CreatePolicy', tagged], 'done'],
    ['writes-allowed', ['TagResource', tagging], 'done'],
    ['policies-allowed', ['TagResource', tagging], denied],
    ['reads-denied-to-management', ['DescribeOrganization', nothing], 'done'],
  ])('given %o: %o', async (given, [operation, input], comes) => {
    await prepare(world, given.split(' ').filter(Boolean))
    expect(await came(member, operation, input(world.known))).toBe(comes)
  })
})

test('the management account is bound by no resource policy', async () => {
  await prepare(world, ['reads-denied-to-management'])
  expect(await came(management, 'DescribePolicy', policy(world.known))).toBe('done')
  expect(await came(management, 'DescribeOrganization')).toBe('done')
})

test('a right comes and goes with the resource policy that grants it', async () => {
  const reads = async (): Promise<string> =>
    await came(member, 'DescribePolicy', policy(world.known))
  const put = async (word: string): Promise<string> => {
    await world.ask(management, 'DeleteResourcePolicy', {})
    await prepare(world, [word])
    return await reads()
  }
  expect(await put('reads-allowed')).toBe('done')
  expect(await put('reads-denied')).toBe(denied)
  expect(await put('reads-allowed')).toBe('done')
  await prepare(world, ['resource-policy-deleted'])
  expect(await reads()).toBe(denied)
})

test('a delegate that is deregistered is a member like others', async () => {
  await prepare(world, ['delegate'])
  const delegation = { AccountId: member, ServicePrincipal: 'account.amazonaws.com' }
  await world.get(management, 'DeregisterDelegatedAdministrator', delegation)
  expect(await came(member, 'DescribePolicy', policy(world.known))).toBe(denied)
})

test('the tags of a resource policy are given once, live with it, and go with it', async () => {
  await prepare(world, ['resource-policy'])
  const first = world.known.resourcePolicy
  const tags = async (ResourceId: string): Promise<unknown> =>
    (await world.get(management, 'ListTagsForResource', { ResourceId }))['Tags']
  expect(await tags(first)).toEqual([{ Key: 'probe', Value: 'OWNED_NAME' }])
  const shown = await world.get(management, 'DescribeResourcePolicy')
  const Content = textAt(shown, 'ResourcePolicy', 'Content')
  const Tags = [{ Key: 'another', Value: 'rejected' }]
  expect(await came(management, 'PutResourcePolicy', { Content, Tags })).toBe(
    'ConstraintViolationException',
  )
  expect(await came(management, 'PutResourcePolicy', { Content, Tags: [] })).toBe('done')
  const added = { ResourceId: first, Tags: [{ Key: 'team', Value: 'probe' }] }
  expect(await came(management, 'TagResource', added)).toBe('done')
  const taken = { ResourceId: first, TagKeys: ['probe'] }
  expect(await came(management, 'UntagResource', taken)).toBe('done')
  expect(await tags(first)).toEqual([{ Key: 'team', Value: 'probe' }])
  await world.get(management, 'DeleteResourcePolicy')
  expect(await came(management, 'ListTagsForResource', { ResourceId: first })).toBe(
    'TargetNotFoundException',
  )
  await prepare(world, ['resource-policy'])
  expect(world.known.resourcePolicy).not.toBe(first)
})

/** The condition of the vendor's example for backup policies (userguide/orgs-policy-delegate.html, as read on 2026-11-27). */
const backupsOnly = (effect: string, Condition: JsonObject): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: effect,
      Principal: { AWS: member },
      Action: ['CreatePolicy', 'ListAccounts', 'ListPolicies', 'DescribeOrganization'].map(
        (action) => `organizations:${action}`,
      ),
      Resource: '*',
      Condition,
    },
  })

const type = (operator: string): JsonObject => ({
  [operator]: { 'organizations:PolicyType': ['BACKUP_POLICY'] },
})

test.each<[effect: string, operator: string, said: Said, comes: string]>([
  ['Allow', 'StringLikeIfExists', ['ListPolicies', filter('BACKUP_POLICY')], 'done'],
  ['Allow', 'StringLikeIfExists', ['ListPolicies', filter('TAG_POLICY')], denied],
  ['Allow', 'StringLikeIfExists', ['ListAccounts', nothing], 'done'],
  ['Allow', 'StringLikeIfExists', ['CreatePolicy', tagged], denied],
  ['Allow', 'StringLike', ['ListAccounts', nothing], denied],
  ['Deny', 'StringEqualsIfExists', ['DescribeOrganization', nothing], denied],
  ['Deny', 'StringNotEqualsIgnoreCase', ['DescribeOrganization', nothing], denied],
  ['Deny', 'StringEquals', ['DescribeOrganization', nothing], 'done'],
])('a policy that says %s where %s names backup policies: %o', async (...row) => {
  const [effect, operator, [operation, input], comes] = row
  await world.get(management, 'PutResourcePolicy', { Content: backupsOnly(effect, type(operator)) })
  expect(await came(member, operation, input(world.known))).toBe(comes)
})

function filter(Filter: string): () => JsonObject {
  return () => ({ Filter })
}

test('the example of the guide lets a member manage backup policies, and no others', async () => {
  const { organization, root, unit } = world.known
  const home = { organization, management }
  const actions = ['DescribeOrganization', 'ListAccounts', 'CreatePolicy', 'DescribePolicy']
  const Statement = {
    Effect: 'Allow',
    Principal: { AWS: member },
    Action: [...actions, 'UpdatePolicy', 'DeletePolicy', 'AttachPolicy', 'DetachPolicy'].map(
      (action) => `organizations:${action}`,
    ),
    Resource: [
      arn(home, `root/${organization}/${root}`),
      arn(home, `ou/${organization}/*`),
      arn(home, `account/${organization}/*`),
      arn(home, `policy/${organization}/backup_policy/*`),
    ],
    Condition: type('StringLikeIfExists'),
  }
  const Content = JSON.stringify({ Version: '2012-10-17', Statement: [Statement] })
  await prepare(world, ['backup-type-on'])
  await world.get(management, 'PutResourcePolicy', { Content })
  expect(await came(member, 'CreatePolicy', creating([])())).toBe(denied)
  expect(await came(member, 'UpdatePolicy', policy(world.known))).toBe(denied)
  const backup = {
    Name: 'backups',
    Description: '',
    Type: 'BACKUP_POLICY',
    Content: '{"plans":{}}',
  }
  const made = await world.get(member, 'CreatePolicy', backup)
  const PolicyId = textAt(made, 'Policy', 'PolicySummary', 'Id')
  expect(await came(member, 'AttachPolicy', { PolicyId, TargetId: unit })).toBe('done')
  expect(await came(member, 'DetachPolicy', { PolicyId, TargetId: unit })).toBe('done')
  expect(await came(member, 'DeletePolicy', { PolicyId })).toBe('done')
})

/** The tags of a request are known to conditions, too. */
test.each([
  ['probe', 'done'],
  ['other', denied],
])('a policy for tags with the key %s', async (key, comes) => {
  const condition = {
    'ForAllValues:StringEquals': { 'aws:TagKeys': [key] },
    StringLikeIfExists: { 'aws:RequestTag/PROBE': 'OWNED_*' },
    DateGreaterThan: { 'aws:CurrentTime': '2026-09-01' },
  }
  const content = backupsOnly('Allow', condition).replace('ListAccounts', 'TagResource')
  await world.get(management, 'PutResourcePolicy', { Content: content })
  expect(await came(member, 'CreatePolicy', tagged())).toBe(comes)
})
