import { readdirSync, readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import schema from '../../schemas/policy-contents.schema.json' with { type: 'json' }
import { readRecordings } from '../../vendor/recordings.ts'
import type { PolicyType } from '../../vocabulary/nouns.ts'
import { aws } from './aws.ts'

const { grammars = {}, profile } = aws()
const folder = new URL('policy-contents/', import.meta.url)
const read = (url: URL): Json => JSON.parse(readFileSync(url, 'utf8')) as Json
const recorded = readRecordings('aws')
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

const admits = (kind: string, document: unknown): boolean =>
  grammars[kind]?.admits(typeof document === 'string' ? document : JSON.stringify(document)) ===
  true

/** The recorded cases that a schema names, at any depth. */
const evidenceIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one: Json) => evidenceIn(one))
  if (!isObject(value)) return []
  const own = Array.isArray(value['evidence']) ? (value['evidence'] as readonly string[]) : []
  return [...own, ...Object.values(value).flatMap(evidenceIn)]
}

const matcher = (glob: string): RegExp => {
  const parts = glob.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'u')
}

describe.each(names)('%s', (name) => {
  const file = read(new URL(name, folder))

  test('keeps to its schema, and is the grammar of its kind', () => {
    const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema)
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
    expect(Object.keys(grammars)).toContain(name.replace('.json', ''))
  })

  test('is a schema', () => {
    const ajv = new Ajv2020({ strict: false })
    const content = isObject(file) ? (file['content'] as JsonObject) : {}
    expect(ajv.validateSchema(content), JSON.stringify(ajv.errors)).toBe(true)
  })

  test('names cases that are recorded', () => {
    const cases = evidenceIn(file)
    expect(cases).not.toEqual([])
    const unknown = cases.filter(
      (glob) => !recorded.exchanges.some((one) => matcher(glob).test(one.case)),
    )
    expect(unknown).toEqual([])
  })
})

test('every policy type has a grammar, which admits the documents of the profile', () => {
  for (const type of profile.policyTypes) {
    for (const content of profile.policyContents[type] ?? []) {
      expect(admits(type, content), content).toBe(true)
    }
  }
  expect(admits('control', profile.builtinPolicy?.content)).toBe(true)
  const document = profile.resourcePolicyContent?.replaceAll('{account}', '111111111111')
  expect(['resource', 'resource-actions'].map((kind) => admits(kind, document))).toEqual([
    true,
    true,
  ])
})

/** What is told of the real service without the request itself, so that no row of the recording says it. */
const told: readonly (readonly [
  fact: string,
  kind: PolicyType | 'resource' | 'resource-actions',
  document: unknown,
  fit: boolean,
])[] = [
  ['O147', 'tag', {}, false],
  ['O147', 'tag', { other: {} }, false],
  ['O147', 'tag', { tags: { one: { tag_key: { '@@assign': 'two' } } } }, false],
  ['O147', 'tag', { tags: { one: { tag_key: { '@@assign': 'One' } } } }, true],
  ['O147', 'tag', { tags: { one: { tag_value: { '@@assign': ['*a*'] } } } }, false],
  ['O147', 'tag', { tags: { one: { tag_value: { '@@assign': ['a*'] } } } }, true],
  ['O60', 'tag', { tags: { one: { tag_value: { '@@assign': 'red' } } } }, false],
  ['O60', 'backup', '{"plans":{"one":{} "two":{}}}', false],
  ['O151', 'resource', policyFor({ AWS: 'arn:aws:iam::222222222222:role/One' }), false],
  ['O151', 'resource', policyFor('*'), true],
  ['O151', 'resource-actions', policyFor('*', 'organizations:*'), false],
  ['O151', 'resource-actions', policyFor('*', 'organizations:CreateAccount'), false],
  ['O151', 'resource-actions', policyFor('*', 'organizations:Describe*'), true],
]

function policyFor(Principal: Json, Action = 'organizations:DescribePolicy'): Json {
  return { Statement: { Effect: 'Allow', Principal, Action, Resource: '*' } }
}

test.each(told)('%s: as a document of %s %j is admitted: %s', (...[, kind, document, fit]) => {
  expect(admits(kind, document)).toBe(fit)
})

const tagOf = (setting: string, type: string): Json => ({
  tags: { one: { [setting]: { '@@assign': [type] } } },
})

const planOf = (members: JsonObject): Json => ({ plans: { one: members } })

const ruleOf = (members: JsonObject): Json => planOf({ rules: { one: members } })

const backedUp = (type: string): Json =>
  planOf({ selections: { resources: { one: { resource_types: { '@@assign': [type] } } } } })

const selected: JsonObject = {
  iam_role_arn: { '@@assign': 'arn:aws:iam::$account:role/One' },
  tag_key: { '@@assign': 'env' },
  tag_value: { '@@assign': ['prod'] },
}

const unless: JsonObject = {
  string_not_equals: {
    one: {
      condition_key: { '@@assign': 'aws:ResourceTag/x' },
      condition_value: { '@@assign': 'y' },
    },
  },
}

const airGapped = (place: string): JsonObject => ({
  target_logically_air_gapped_backup_vault_arn: {
    '@@assign': `arn:aws:backup:${place}:backup-vault:One`,
  },
})

const optingOut = (service: string): Json => ({
  services: { [service]: { opt_out_policy: { '@@assign': 'optOut' } } },
})

/** What the sources of the grammars say, where no recording does. */
test.each<[what: string, kind: PolicyType, document: Json, fit: boolean]>([
  ['all that a service has', 'tag', tagOf('enforced_for', 'ec2:ALL_SUPPORTED'), true],
  ['the same for reports', 'tag', tagOf('report_required_tag_for', 'ec2:ALL_SUPPORTED'), true],
  ['a type within others', 'tag', tagOf('enforced_for', 'appmesh:mesh/virtualrouter/route'), true],
  ['a type of two words', 'tag', tagOf('enforced_for', 'greengrass:components:versions'), true],
  ['a type nobody lists, of a service', 'tag', tagOf('enforced_for', 'ec2:new-thing'), true],
  ['an old wildcard', 'tag', tagOf('enforced_for', 'secretsmanager:*'), true],
  ['a wildcard that never was', 'tag', tagOf('enforced_for', 'backup:*'), false],
  ['a wildcard for services', 'tag', tagOf('enforced_for', '*:*'), false],
  ['a younger service', 'ai-opt-out', optingOut('q'), true],
  [
    'a region of any partition',
    'backup',
    planOf({ regions: { '@@assign': ['eusc-de-east-1'] } }),
    true,
  ],
  ['a region of none', 'backup', planOf({ regions: { '@@assign': ['xx-west-1'] } }), false],
  ['clusters of Aurora DSQL', 'backup', backedUp('arn:aws:dsql:*:*:cluster/*'), true],
  ['a vault of whatever region', 'backup', ruleOf(airGapped('$region:$account')), true],
  ['a vault of no account', 'backup', ruleOf(airGapped('$region:')), false],
  [
    'a selection by tags but for some',
    'backup',
    planOf({ selections: { tags: { one: { ...selected, conditions: unless } } } }),
    true,
  ],
  [
    'a schedule with a named minute',
    'backup',
    ruleOf({ schedule_expression: { '@@assign': 'cron(MON 5 ? * * *)' } }),
    false,
  ],
  [
    'a backup of no days',
    'backup',
    ruleOf({ lifecycle: { delete_after_days: { '@@assign': '0' } } }),
    false,
  ],
])('%s, in a document of %s %j, is admitted: %s', (...[, kind, document, fit]) => {
  expect(admits(kind, document)).toBe(fit)
})

const statement = { Effect: 'Deny', Action: 's3:*', Resource: '*' }

test.each([
  ['one statement or a list', { Statement: statement }, true],
  ['no statement', { Version: '2012-10-17', Statement: [] }, false],
  ['a version that there is not', { Version: '2026-01-01', Statement: [statement] }, false],
  ['a principal', { Statement: [{ ...statement, Principal: '*' }] }, false],
  ['an action that is none', { Statement: [{ ...statement, Action: 's3' }] }, false],
  ['actions and the others', { Statement: [{ ...statement, NotAction: 's3:*' }] }, false],
  ['no resource', { Statement: [{ Effect: 'Deny', Action: '*' }] }, false],
  ['a condition', { Statement: [{ ...statement, Condition: { Bool: { 'aws:x': true } } }] }, true],
  [
    'an operator that there is not',
    { Statement: [{ ...statement, Condition: { Is: {} } }] },
    false,
  ],
  [
    'an absence only where there is one',
    { Statement: [{ ...statement, Condition: { NullIfExists: { 'aws:x': true } } }] },
    false,
  ],
])('a control policy with %s', (_, document, fit) => {
  expect(admits('control', document)).toBe(fit)
})

test('a tag policy of 900 keys is admitted', () => {
  const keys = Array.from({ length: 900 }, (__, at) => [String(1800 + at).padStart(5, '0'), {}])
  const content = JSON.stringify({ tags: Object.fromEntries(keys) as unknown })
  expect(content).toHaveLength(9910)
  expect(admits('tag', content)).toBe(true)
})

test('policies to opt out have a length of their own', () => {
  expect(grammars['ai-opt-out']?.characters).toBe(2500)
})
