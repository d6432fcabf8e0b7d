import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { OrganizationsClient } from '@aws-sdk/client-organizations'
import { organization } from 'tencentcloud-sdk-nodejs'
import { expect, test } from 'vitest'

import type { Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { certificateFor } from '../../suites/client/testing/certificate.ts'
import type { Environment } from '../shell/shell.ts'
import { presetNames } from './presets.ts'
import { readRun } from './read-run.ts'
import { everything, type RunOptions } from './run-options.ts'

const none: RunOptions = { ...everything, out: 'out' }
const folder = mkdtempSync(join(tmpdir(), 'orgproof-'))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function plan(options: Partial<RunOptions>, environment: Environment = {}): Promise<RunPlan> {
  const read = await readRun({ ...none, ...options }, environment)
  if ('vendors' in read) return read
  throw new Error(read.map(({ message }) => message).join('\n'))
}

async function codes(
  options: Partial<RunOptions>,
  environment: Environment = {},
): Promise<readonly string[]> {
  const read = await readRun({ ...none, ...options }, environment)
  return 'vendors' in read ? [] : read.map(({ code }) => code)
}

test('without anything said, the embedded endpoint of every vendor is certified', async () => {
  const { target, vendors, selection, seed } = await plan({})
  expect(target).toMatchObject({ name: 'reference', readOnly: false, concurrency: 16 })
  expect(target.endpoint).toBeUndefined()
  expect(vendors).toContain('aws')
  expect(selection).toEqual({ only: [], axes: [] })
  expect(seed).toBe(1)
})

test('flags win over the file, the file over its preset', async () => {
  const path = file(
    'own.yaml',
    'preset: moto\nendpoint: http://127.0.0.1:1\nconcurrency: 3\ndeadline: 50\nlimits: { unitDepth: 2, tagsPerResource: 7 }\n',
  )
  const { target } = await plan({ target: path, concurrency: '4', limit: ['tagsPerResource=none'] })
  expect(target).toMatchObject({
    name: 'moto-like',
    vendor: 'aws',
    concurrency: 4,
    deadline: 50,
    limits: { unitDepth: 2, tagsPerResource: null },
    accounts: { mode: 'any', by: { header: 'x-moto-account-id' } },
  })
})

test('who answers late says so by flag, variable or file; how long is waited, the file alone', async () => {
  const path = file(
    'late.yaml',
    'preset: moto\nendpoint: http://127.0.0.1:1\nconsistency: eventual\npatience: { creation: 900 }\n',
  )
  const { target } = await plan({ target: path })
  expect(target).toMatchObject({ consistency: 'eventual', patience: { creation: 900 } })
  expect((await plan({ target: path, consistency: 'immediate' })).target).toMatchObject({
    consistency: 'immediate',
  })
  // an endpoint of which nothing is known may be of either kind
  const unknown = await plan({ vendor: ['aws'], endpoint: 'http://127.0.0.1:1' })
  expect(unknown.target.consistency).toBeUndefined()
})

test('how often and for how long is asked is said by flag, variable or file', async () => {
  const path = file(
    'slow.yaml',
    'preset: moto\nendpoint: http://127.0.0.1:1\nrate: 0.5\nrunLimit: 60\n',
  )
  expect((await plan({ target: path })).target).toMatchObject({ rate: 0.5, runLimit: 60 })
  const { target } = await plan({ target: path, rate: '2.25', runLimit: '3600' })
  expect(target).toMatchObject({ rate: 2.25, runLimit: 3600 })
  expect((await plan({ target: 'aws' }, told)).target.rate).toBe(1)
  expect((await plan({ target: 'tencentcloud' }, told)).target.rate).toBe(20)
  expect((await plan({})).target.rate).toBeUndefined()
})

test.each([
  ['rate', ['0', '1001', '2.255', '1e2', '-1', 'fast', ' 1']],
  ['runLimit', ['0', '604801', '1.5', '1h']],
] as const)('a wrong --%s is told', async (option, texts) => {
  for (const text of texts) expect(await codes({ [option]: text }), text).toEqual(['NOT_A_NUMBER'])
})

test.each([
  ['rate: 0', '/rate'],
  ['rate: fast', '/rate'],
  ['runLimit: 0', '/runLimit'],
  ['runLimit: 1.5', '/runLimit'],
  ['patience: { creation: -1 }', '/patience/creation'],
  ['patience: { listing: 1.5 }', '/patience/listing'],
  ['patience: { closing: 86401 }', '/patience/closing'],
  ['patience: { creating: 5 }', 'creation?'],
  ['patience: 10', '/patience'],
  ['consistency: sometimes', '/consistency'],
])('%s is a problem', async (line, place) => {
  const problems = await problemsIn(`preset: moto\nendpoint: http://127.0.0.1:1\n${line}\n`)
  expect(problems).toHaveLength(1)
  expect(`${problems[0]?.message} ${problems[0]?.hint}`).toContain(place)
})

test('every mistake about waiting is told at once', async () => {
  const target = file('hasty.yaml', 'preset: moto\nendpoint: http://127.0.0.1:1\npatience: [1]\n')
  const read = await readRun({ ...none, target, consistency: 'imediate' }, {})
  const problems = 'vendors' in read ? [] : read
  expect(problems.map(({ code }) => code).toSorted()).toEqual(['TARGET_SHAPE', 'UNKNOWN_VALUE'])
  expect(problems.map(({ hint }) => hint)).toContain('did you mean immediate?')
})

test('a target file may be JSON', async () => {
  const path = file('own.json', '{"preset":"floci","name":"mine","endpoint":"http://[::1]:9"}')
  expect((await plan({ target: path })).target).toMatchObject({ name: 'mine', vendor: 'aws' })
})

test('secrets come from the environment', async () => {
  const environment = {
    AWS_ACCOUNT_ID: '1',
    AWS_ACCESS_KEY_ID: 'AK',
    AWS_SECRET_ACCESS_KEY: 'secret',
  }
  const { target } = await plan({ target: 'aws', readOnly: true }, environment)
  expect(target.accounts).toEqual({
    mode: 'fixed',
    management: { account: '1', credentials: { accessKey: 'AK', secret: 'secret' } },
  })
  expect(await codes({ target: 'aws' }, { AWS_ACCOUNT_ID: '1' })).toEqual([
    'VARIABLE_MISSING',
    'VARIABLE_MISSING',
  ])
})

test('every problem is told at once, with a hint', async () => {
  const options = {
    vendor: ['asw'],
    axis: ['shap'],
    seed: 'x',
    shard: '3/2',
    concurrency: '0',
    limit: ['unitDepht=1', 'unitDepth'],
    absent: ['tag=no', 'tags'],
  }
  const read = await readRun({ ...none, ...options }, { ORGPROOF_SEEDS: '1' })
  const problems = 'vendors' in read ? [] : read
  expect(problems.map(({ code }) => code).toSorted()).toEqual([
    'ABSENT_SYNTAX',
    'LIMIT_SYNTAX',
    'NOT_A_NUMBER',
    'NOT_A_NUMBER',
    'NOT_A_SHARD',
    'UNKNOWN_FEATURE',
    'UNKNOWN_LIMIT',
    'UNKNOWN_VALUE',
    'UNKNOWN_VALUE',
    'UNKNOWN_VARIABLE',
  ])
  expect(problems.every(({ hint }) => hint !== undefined)).toBe(true)
  const hints = problems.map(({ hint }) => hint).join(' ')
  for (const meant of ['aws', 'shape', 'unitDepth', 'tags', 'ORGPROOF_SEED']) {
    expect(hints).toContain(meant)
  }
})

test.each([
  ['a file that is not there', { target: 'nowhere.yaml' }, 'TARGET_NOT_FOUND'],
  ['a misspelt preset', { target: 'motto' }, 'TARGET_NOT_FOUND'],
  ['a target without endpoint', { target: 'moto' }, 'ENDPOINT_MISSING'],
  [
    'an endpoint of another protocol',
    { vendor: ['aws'], endpoint: 'ftp://127.0.0.1' },
    'ENDPOINT_SYNTAX',
  ],
  [
    'an endpoint with a password',
    { vendor: ['aws'], endpoint: 'http://a:b@127.0.0.1' },
    'ENDPOINT_SYNTAX',
  ],
  ['an endpoint that is no URL', { vendor: ['aws'], endpoint: '127.0.0.1:80' }, 'ENDPOINT_SYNTAX'],
])('%s is a problem', async (_, options, code) => {
  expect(await codes(options)).toEqual([code])
})

test.each([
  ['half a mapping', 'accounts: {', 'TARGET_SYNTAX'],
  ['a list', '- a\n- b\n', 'TARGET_SHAPE'],
  ['nothing', '', 'TARGET_SHAPE'],
  ['an unknown preset', 'preset: motto\n', 'TARGET_NOT_FOUND'],
  ['an unknown key', 'preset: moto\nendpiont: http://127.0.0.1\n', 'TARGET_UNKNOWN_KEY'],
  ['no accounts of its own', 'name: x\nendpoint: http://127.0.0.1\n', 'ACCOUNTS_MISSING'],
  ['a wrong type', 'preset: moto\nconcurrency: many\n', 'TARGET_SHAPE'],
])('a target file with %s is a problem', async (name, text, code) => {
  const path = file(`${name.replaceAll(' ', '-')}.yaml`, text)
  expect(await codes({ target: path })).toContain(code)
})

test('an unknown key is answered with the one that was meant', async () => {
  const path = file('typo.yaml', 'preset: moto\ndeadlin: 2\nendpoint: http://127.0.0.1\n')
  const read = await readRun({ ...none, target: path }, {})
  expect(read).toMatchObject([{ hint: 'did you mean deadline?' }])
})

const told = {
  AWS_ACCOUNT_ID: '1',
  AWS_ACCESS_KEY_ID: 'k',
  AWS_SECRET_ACCESS_KEY: 's',
  FAKECLOUD_ACCOUNT: '1',
  FAKECLOUD_ACCESS_KEY_ID: 'k',
  FAKECLOUD_SECRET_ACCESS_KEY: 's',
  HUAWEICLOUD_SDK_DOMAIN_ID: '1',
  HUAWEICLOUD_SDK_AK: 'k',
  HUAWEICLOUD_SDK_SK: 's',
  TENCENTCLOUD_UIN: '1',
  TENCENTCLOUD_SECRET_ID: 'k',
  TENCENTCLOUD_SECRET_KEY: 's',
}

test('every preset reads when it is told what it needs', async () => {
  for (const target of presetNames()) {
    const vendor = target === 'reference' ? ['aws'] : []
    const options = { target, endpoint: 'http://127.0.0.1:1', vendor }
    expect(await codes(options, told), target).toEqual([])
  }
})

test('whoever reads alone has to be named where any account may call', async () => {
  const options = { vendor: ['aws'], readOnly: true }
  expect(await codes(options)).toEqual(['NOBODY_READS'])
  expect(await codes({ ...options, account: '111122223333' })).toEqual([])
})

test.each(['aws', 'aws-cn', 'aws-us-gov'])(
  'the preset %s asks where the SDK does',
  async (target) => {
    const { endpoint, region = '' } = (await plan({ target }, told)).target
    const credentials = { accessKeyId: 'k', secretAccessKey: 's' }
    const { config } = new OrganizationsClient({ region, credentials })
    const { url, properties } = config.endpointProvider({ Region: region })
    expect(new URL(endpoint ?? '').href).toBe(url.href)
    expect(properties).toMatchObject({ authSchemes: [{ signingRegion: region }] })
  },
)

test('the preset tencentcloud asks where the SDK does', async () => {
  const { endpoint } = (await plan({ target: 'tencentcloud' }, told)).target
  const client = new organization.v20181225.Client({ credential: {} })
  expect(new URL(endpoint ?? '').host).toBe(client.endpoint)
})

test.each([
  ['aws', 'AWS_SESSION_TOKEN'],
  ['huaweicloud', 'HUAWEICLOUD_SDK_SECURITY_TOKEN'],
  ['codearts', 'HUAWEICLOUD_SDK_SECURITY_TOKEN'],
  ['tencentcloud', 'TENCENTCLOUD_SESSION_TOKEN'],
])('the session token of %s comes from %s', async (target, variable) => {
  const { accounts } = (await plan({ target }, { ...told, [variable]: 'issued' })).target
  expect(accounts).toMatchObject({ management: { credentials: { token: 'issued' } } })
})

const secret = 'planted-7c1f09e2'

async function problemsIn(
  text: string,
  environment: Environment = {},
): Promise<readonly Problem[]> {
  const target = file('told.yaml', text)
  const read = await readRun({ ...none, target, vendor: ['aws'] }, environment)
  return 'vendors' in read ? [] : read
}

const anyone = (by: string, credentials = `{accessKey: a, secret: ${secret}}`): string =>
  `endpoint: http://127.0.0.1:1\naccounts:\n  mode: any\n  by: ${by}\n  credentials: ${credentials}\n`

test.each([
  ['endpoint: http://127.0.0.1:1\naccounts:\n  mode: fixd\n', '3:9', 'did you mean fixed?'],
  [anyone('acces-key'), '4:7', 'did you mean access-key?'],
  [anyone('{heade: x}'), '4:7', undefined],
  [anyone('{header: content-length}'), '4:16', 'which header does the target look into?'],
  [anyone('access-key', '{accessKey: a, secret: env:MY-KEY}'), '5:39', undefined],
  [anyone('access-key', `{accessKey: a, secret: "${secret}\\n"}`), '5:39', undefined],
  [`secret: *${secret}\n`, '1:9', undefined],
  [`accounts: {mode: any, secret: ${secret}\n`, '2:1', undefined],
])('%j is told at its place, in the branch that was meant', async (text, at, hint) => {
  const problems = await problemsIn(text)
  const [first] = problems
  expect(problems.length).toBeLessThanOrEqual(2)
  expect(first?.message).toContain(`told.yaml:${at}`)
  if (hint !== undefined) expect(problems).toMatchObject([{ hint }])
  expect(JSON.stringify(problems)).not.toContain(secret)
})

test('aliases stand for what came before', async () => {
  const text = `${anyone('access-key', `&own {accessKey: a, secret: ${secret}}`)}absent: {}\n`
  expect(await problemsIn(text)).toEqual([])
  const account = `{account: &id "1", credentials: &own {accessKey: a, secret: ${secret}}}`
  const fixed = `accounts: {mode: fixed, management: ${account}, member: {account: *id, credentials: *own}}`
  expect(await problemsIn(`endpoint: http://127.0.0.1:1\n${fixed}\n`)).toEqual([])
})

test('a value of a variable that no header carries is told by the name of the variable', async () => {
  const text = anyone('access-key', '{accessKey: a, secret: env:KEY}')
  const problems = await problemsIn(text, { KEY: `${secret}\n` })
  expect(problems).toMatchObject([{ code: 'VARIABLE_UNUSABLE' }])
  expect(problems[0]?.message).toContain('KEY')
  expect(JSON.stringify(problems)).not.toContain(secret)
})

test('what comes from a variable is told by its name', async () => {
  const names = { seed: 'ORGPROOF_SEED', axis: 'ORGPROOF_AXIS' }
  const read = await readRun({ ...none, seed: 'x', axis: ['shap'], names }, {})
  expect('vendors' in read ? [] : read.map(({ message }) => message)).toEqual([
    'ORGPROOF_AXIS is "shap"',
    'ORGPROOF_SEED is "x"',
  ])
})

test('a variable of the region is no region yet', async () => {
  const text = `region: env:REGION\n${anyone('access-key')}`
  expect(await problemsIn(text, { REGION: 'eu-west-1' })).toEqual([])
  expect(await problemsIn(text, { REGION: 'EU West' })).toMatchObject([{ code: 'TARGET_SHAPE' }])
})

const vouched = certificateFor('organizations.test')

test('certificates are read from beside the file that names them, and nothing else of theirs', async () => {
  file('root.pem', `${vouched.key}${vouched.cert}`)
  const path = file('trusting.yaml', 'preset: moto\nendpoint: http://127.0.0.1:1\nca: root.pem\n')
  expect((await plan({ target: path })).target.ca).toBe(vouched.cert.trim())
  const absolute = join(folder, 'root.pem')
  expect((await plan({ ca: absolute })).target.ca).toBe(vouched.cert.trim())
  // a flag is about the folder that the command is given in
  expect(await codes({ target: path, ca: 'root.pem' })).toEqual(['FILE_UNREADABLE'])
})

test.each([
  ['no certificate', vouched.key, 'CA_SYNTAX'],
  ['half a certificate', vouched.cert.replace(/\n[^\n]+\n/u, '\n'), 'CA_SYNTAX'],
  ['nothing', '', 'CA_SYNTAX'],
])('a file of certificates with %s is a problem, and is not quoted', async (name, text, code) => {
  const ca = file(`${name}.pem`, text)
  const read = await readRun({ ...none, ca }, {})
  expect(read).toMatchObject([{ code }])
  const [line] = text.split('\n').slice(1, 2)
  if (line !== undefined) expect(JSON.stringify(read)).not.toContain(line)
})

const proxied = (proxy: string): string =>
  `preset: moto\nendpoint: http://organizations.test\nproxy: ${proxy}\n`

test('the credentials of a proxy come from the environment only', async () => {
  const url = `http://ada:${secret}@proxy.test:3128`
  const referring = file('proxied.yaml', proxied('env:PROXY'))
  expect((await plan({ target: referring }, { PROXY: url })).target.proxy).toBe(url)
  const names = { proxy: 'ORGPROOF_PROXY' }
  expect((await plan({ proxy: url, names })).target.proxy).toBe(url)
  expect((await plan({ proxy: 'http://proxy.test:3128' })).target.proxy).toBe(
    'http://proxy.test:3128',
  )
  for (const said of [{ proxy: url }, { target: file('spoken.yaml', proxied(url)) }]) {
    const read = await readRun({ ...none, ...said }, {})
    expect(read).toMatchObject([
      { code: 'PROXY_SYNTAX', hint: expect.stringContaining('env:NAME') as string },
    ])
    expect(JSON.stringify(read)).not.toContain(secret)
  }
  const spoken = await readRun({ ...none, target: file('spoken.yaml', proxied(url)) }, {})
  expect(JSON.stringify(spoken)).toContain('spoken.yaml:3:8')
})

test.each([
  'proxy.test:3128',
  'socks5://proxy.test',
  'http://',
  'http://proxy.test/path',
  'http://proxy.test?x',
  'http://proxy.test#x',
  'http://proxy.test:0',
  'http://proxy test',
  'http://%zz:y@proxy.test',
])('%s is no proxy', async (proxy) => {
  const names = { proxy: 'ORGPROOF_PROXY' }
  expect(await codes({ proxy, names })).toEqual(['PROXY_SYNTAX'])
})
