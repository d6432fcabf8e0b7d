import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterEach, expect, test } from 'vitest'

import { operationOf } from '../../specs/contract/contract.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { program } from '../testing/program.ts'

const aws = await loadVendor('aws')
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

const start = (...args: readonly string[]): ChildProcess => {
  const node = [program, 'serve', ...args]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  return child
}

/** Runs to the end: exit code, then what was printed. */
const run = async (...args: readonly string[]) => {
  const child = start(...args)
  const [out, error, [code]] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { out, error, code }
}

interface Said {
  readonly endpoints: readonly {
    readonly vendor: string
    readonly url: string
    readonly environment: Readonly<Record<string, string>>
  }[]
}

/** Starts, and waits for the one line that says where. */
const served = async (...args: readonly string[]) => {
  const child = start('--json', '--vendor', 'aws', ...args)
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  const [endpoint] = (JSON.parse(line.toString()) as Said).endpoints
  if (endpoint === undefined) throw new Error('nothing was served')
  return { child, ...endpoint }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'it serves until %s, and then ends as every command does',
  async (signal) => {
    const { child, vendor, url, environment } = await served()
    expect(vendor).toBe('aws')
    expect(environment).toEqual({
      AWS_ENDPOINT_URL_ORGANIZATIONS: url,
      AWS_ACCESS_KEY_ID: '111111111111',
      AWS_SECRET_ACCESS_KEY: 'orgproof-secret',
      AWS_REGION: 'us-east-1',
    })
    const answer = await fetch(url, { method: 'POST' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await answer.text()
    const ended = once(child, 'exit')
    child.kill(signal)
    expect(await ended).toEqual([130, null])
  },
)

const quoted = (word: string): string => `'${word}'`

test.skipIf(process.platform === 'win32')('it ends when whoever started it is killed', async () => {
  const command = [process.execPath, program, 'serve', '--json', '--vendor', 'codearts']
  // a shell that does more than one thing stays its parent
  const shell = spawn('sh', ['-c', `${command.map(quoted).join(' ')}; :`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running.push(shell)
  await once(shell.stdout, 'data')
  const closed = once(shell.stdout, 'close')
  shell.kill('SIGKILL')
  // what it prints to is open as long as it runs
  await closed
})

test('people are told who they are there, and how to be somebody else', async () => {
  const child = start('--vendor', 'aws', '--fault', 'required-not-checked', '--keep')
  const [told] = (await once(child.stderr ?? child, 'data')) as [Buffer]
  expect(told.toString()).toMatch(
    /^aws: you are the account 111111111111; any other [^]*\nwrong in one way, required-not-checked: /u,
  )
})

test('a port in use is said, with a way out', async () => {
  const { url } = await served()
  const { error, code } = await run('--vendor', 'aws', '--port', new URL(url).port)
  expect(code).toBe(64)
  expect(error).toMatch(/PORT_IN_USE[^]*--port/u)
})

test('the faults are listed, and one can be chosen', async () => {
  const { out, code } = await run('--list-faults', '--json')
  expect(code).toBe(0)
  const faults = JSON.parse(out) as readonly { readonly name: string }[]
  expect(faults.map(({ name }) => name)).toContain('html-error')
  const { url } = await served('--fault', 'html-error')
  const answer = await fetch(url, { method: 'POST' })
  expect(answer.headers.get('content-type')).toBe('text/html')
  await answer.text()
})

test('the variants are listed, and several can be chosen', async () => {
  const { out, code } = await run('--list-variants', '--json')
  expect(code).toBe(0)
  const variants = JSON.parse(out) as readonly { readonly name: string }[]
  expect(variants.map(({ name }) => name)).toContain('header-names-in-capitals')
  const { url } = await served('--variant', 'closed-connections', '--variant', 'more-headers')
  const answer = await fetch(url, { method: 'POST' })
  expect(answer.headers.get('connection')).toBe('close')
  expect(answer.headers.get('server')).toBe('CloudWAF')
  await answer.text()
})

test('a variant that nobody has seen of a vendor is wrong usage, and says of whom it is known', async () => {
  const args = ['--variant', 'null-counts', '--variant', 'gzip-answers']
  const { error, code } = await run('--vendor', 'aws', '--vendor', 'huawei', ...args)
  expect(code).toBe(64)
  expect(error).toMatch(/null-counts[^]*aws[^]*NO_EVIDENCE[^]*--vendor huawei/u)
  expect(error).not.toMatch(/gzip-answers/u)
})

test('the regions that are served can be chosen, and the first one is what clients are told', async () => {
  const { url, environment } = await served('--region', 'eu-west-1', '--region', 'eu-west-3')
  expect(environment['AWS_REGION']).toBe('eu-west-1')
  const asked = async (region: string): Promise<string> => {
    const message = await aws.wire.sign(
      aws.wire.encode(operationOf(aws.contract, 'DescribeOrganization'), {}),
      new URL(url),
      {
        credentials: { accessKey: '111111111111', secret: aws.referenceEndpoint.secret },
        region,
        at: new Date(),
      },
    )
    const { host: _, ...headers } = message.headers
    const answer = await fetch(url, { method: 'POST', headers, body: message.body })
    return await answer.text()
  }
  for (const region of ['eu-west-1', 'eu-west-3']) {
    expect(await asked(region)).toContain('AWSOrganizationsNotInUseException')
  }
  const refused = await asked('us-east-1')
  expect(refused).toContain('InvalidSignatureException')
  expect(refused).toContain('eu-west-1')
  expect(refused).toContain('eu-west-3')
})

test.each<[string, string, RegExp]>([
  ['--region', 'Frankfurt am Main', /region/u],
  ['--fault', 'unit-depth-unlimitted', /unit-depth-unlimited/u],
  ['--fault', 'x', /--list-faults/u],
  ['--variant', 'gzip-answer', /gzip-answers/u],
  ['--variant', 'x', /--list-variants/u],
  ['--port', '65536', /65535/u],
  ['--vendor', 'nobody', /aws/u],
])('%s %s is wrong usage, with what is right', async (...[option, value, hint]) => {
  const { error, code } = await run(option, value)
  expect(code).toBe(64)
  expect(error).toMatch(hint)
})

test('a cloud prints its keys, and writes the target and the sessions it is asked with', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-cloud-'))
  try {
    const [target, profiles] = [join(folder, 'target.json'), join(folder, 'profiles')]
    const plain = await served('--cloud', 'quiet', '--target-out', target)
    const management = plain.environment['CLOUD_MANAGEMENT_KEY'] ?? ''
    expect(plain.environment['CLOUD_OUTSIDER_SECRET']).toMatch(/^[0-9a-f]{40}$/u)
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({
      vendor: 'aws',
      endpoint: plain.url,
      consistency: 'eventual',
      accounts: {
        mode: 'fixed',
        management: {
          account: management,
          credentials: {
            accessKey: 'env:CLOUD_MANAGEMENT_KEY',
            secret: 'env:CLOUD_MANAGEMENT_SECRET',
          },
        },
      },
    })
    const kept = await served('--cloud', '--target-out', target, '--profiles-out', profiles)
    const file = kept.environment['AWS_SHARED_CREDENTIALS_FILE'] ?? ''
    const sections = readFileSync(file, 'utf8')
    expect(sections).toMatch(/^\[management\]\naws_access_key_id = /u)
    expect(sections.match(/^aws_session_token = cloud-\d+-[0-9a-f]{64}$/gmu)).toHaveLength(5)
    const { accounts } = JSON.parse(readFileSync(target, 'utf8'))
    expect(accounts.member.credentials).toEqual({ profile: 'member' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.each([
  [['--cloud', 'ruogh'], 'UNKNOWN_MANNER'],
  [['--cloud', '--vendor', 'codearts'], 'NO_CLOUD'],
  [['--target-out', 'target.json'], 'NO_CLOUD'],
  [['--cloud', '--target-out', 'target.json'], 'ONE_VENDOR'],
  [['--cloud', '--session', '60'], 'NO_PROFILES'],
  [['--cloud', '--vendor', 'aws', '--profiles-out', 'p', '--session', '0'], 'NOT_A_NUMBER'],
])('%j is no cloud: %s', async (words, code) => {
  const { error, code: ended } = await run(...words)
  expect(error).toContain(code)
  expect(ended).toBe(64)
})
