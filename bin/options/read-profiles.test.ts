import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import type { Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import type { Environment } from '../shell/shell.ts'
import { readRun } from './read-run.ts'
import { everything, type RunOptions } from './run-options.ts'

/** Credentials that the vendors' own tools keep under a name. */

const none: RunOptions = { ...everything, out: 'out' }
const home = mkdtempSync(join(tmpdir(), 'orgproof-home-'))
const secret = 'planted-5b1c77d0'

function file(name: string, text: string): string {
  const path = join(home, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

file(
  '.aws/credentials',
  `[other]\naws_access_key_id = wrong\n[prod]\naws_access_key_id = AKID\naws_secret_access_key = ${secret}\naws_session_token = issued\n`,
)
file(
  '.aws/config',
  `[profile by-process]\ncredential_process = "${process.execPath}" "${file(
    'process.cjs',
    `console.log(JSON.stringify({ Version: 1, AccessKeyId: 'PROC', SecretAccessKey: '${secret}' }))`,
  )}"\n`,
)
file(
  '.huaweicloud/credentials',
  `# a comment\n[basic]\nak = wrong\nsk = wrong\n\n[global]\nak = AKID\nsk=${secret}\n; security_token = old\nsecurity_token = issued\n[half]\nak = AKID\n`,
)
file('.tccli/prod.credential', JSON.stringify({ secretId: 'AKID', secretKey: secret, token: '' }))
file('.tccli/broken.credential', `{"secretId": "${secret}`)

const target = (vendor: string, profile: string): string =>
  file(
    'target.yaml',
    `vendor: ${vendor}\nendpoint: https://organizations.test\naccounts:\n  mode: fixed\n  management:\n    account: '1'\n    credentials: {profile: ${profile}}\n`,
  )

const read = (
  path: string,
  environment: Environment = { HOME: home },
): ReturnType<typeof readRun> => readRun({ ...none, target: path }, environment)

const problemsOf = (found: RunPlan | readonly Problem[]): readonly Problem[] =>
  'vendors' in found ? [] : found

test.each([
  ['aws', 'prod', { accessKey: 'AKID', secret, token: 'issued' }],
  ['aws', 'by-process', { accessKey: 'PROC', secret }],
  ['huawei', 'global', { accessKey: 'AKID', secret, token: 'issued' }],
  ['codearts', 'global', { accessKey: 'AKID', secret, token: 'issued' }],
  ['tencent', 'prod', { accessKey: 'AKID', secret }],
])('%s keeps credentials under the name %s', async (vendor, profile, credentials) => {
  const found = await read(target(vendor, profile))
  expect(found).toMatchObject({ vendors: [vendor] })
  expect('vendors' in found && found.target.accounts).toEqual({
    mode: 'fixed',
    management: { account: '1', credentials, profile },
  })
})

test('the variable of the vendor’s tools names another file', async () => {
  const other = file('elsewhere', `[global]\nak = OTHER\nsk = ${secret}\n`)
  const environment = { HOME: home, HUAWEICLOUD_SDK_CREDENTIALS_FILE: other }
  expect(await read(target('huawei', 'global'), environment)).toMatchObject({
    target: { accounts: { management: { credentials: { accessKey: 'OTHER' } } } },
  })
})

test.each([
  ['aws', 'nobody', 'gives no credentials'],
  ['huawei', 'nobody', 'is not in'],
  ['huawei', 'half', 'lacks ak or sk'],
  ['tencent', 'nobody', 'can not be read'],
  ['tencent', 'broken', 'is not in'],
])('%s has no profile %s', async (vendor, profile, says) => {
  const problems = problemsOf(await read(target(vendor, profile)))
  expect(problems).toMatchObject([{ code: 'PROFILE_UNREADABLE' }])
  expect(problems[0]?.message).toContain('target.yaml:7:28')
  expect(problems[0]?.message).toContain(says)
  expect(JSON.stringify(problems)).not.toContain(secret)
})

test.each([
  ['../prod', 'TARGET_SHAPE'],
  ['{name: x}', 'TARGET_SHAPE'],
  ['prod, secret: x', 'TARGET_UNKNOWN_KEY'],
])('{profile: %s} is no profile', async (profile, code) => {
  const problems = problemsOf(await read(target('aws', profile)))
  expect(problems.map((problem) => problem.code)).toContain(code)
})

test('whose profile it is has to be said', async () => {
  const accounts = "{mode: fixed, management: {account: '1', credentials: {profile: prod}}}"
  const path = file('anybody.yaml', `endpoint: https://organizations.test\naccounts: ${accounts}\n`)
  expect(problemsOf(await read(path))).toMatchObject([{ code: 'PROFILE_UNREADABLE' }])
  expect(await readRun({ ...none, target: path, vendor: ['aws'] }, { HOME: home })).toMatchObject({
    target: { accounts: { management: { credentials: { accessKey: 'AKID' } } } },
  })
})

const literal = (endpoint: string): string =>
  file(
    'literal.yaml',
    `vendor: aws\nendpoint: ${endpoint}\naccounts:\n  mode: fixed\n  management:\n    account: '1'\n    credentials:\n      accessKey: AKID\n      secret: ${secret}\n      token: env:TOKEN\n`,
  )

test('credentials are written out for this machine only, and each that is elsewhere is told', async () => {
  const environment = { HOME: home, TOKEN: 't' }
  expect(await read(literal('http://127.0.0.1:1'), environment)).toMatchObject({ vendors: ['aws'] })
  const problems = problemsOf(await read(literal('https://organizations.test'), environment))
  expect(problems.map(({ code }) => code)).toEqual(['CREDENTIALS_LITERAL', 'CREDENTIALS_LITERAL'])
  expect(problems.map(({ message }) => message).join(' ')).toMatch(
    /literal\.yaml:8:\d+.*literal\.yaml:9:\d+/u,
  )
  expect(JSON.stringify(problems)).not.toContain(secret)
})

test('what a preset that ships says is no secret', async () => {
  const moto = { target: 'moto', endpoint: 'http://moto.test:5000', account: '111122223333' }
  const options = { ...none, ...moto, readOnly: true }
  expect(await readRun(options, {})).toMatchObject({ vendors: ['aws'] })
})
