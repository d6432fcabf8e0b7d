import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'

import type { ResultsFile } from '../reports/results/results-file.ts'
import schema from '../specs/schemas/results.schema.json' with { type: 'json' }
import { program } from './testing/program.ts'

// The command line as a whole, on a few checks: what a caller sees, which files there are, which code it ends with.

const few = [
  '--vendor',
  'aws',
  '--only',
  'scenario/unit-rename/*',
  '--only',
  'contract/aws/ListRoots/*',
]
const begun: (() => void)[] = []
afterAll(() => begun.forEach((end) => end()))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly out: string
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name))
  return { ...Object.fromEntries(own), NO_COLOR: '1' }
}

async function orgproof(...words: readonly string[]): Promise<Ended> {
  const out = mkdtempSync(join(tmpdir(), 'orgproof-run-'))
  const all = [program, ...words, ...(words[0] === 'run' ? ['--out', out] : [])]
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env: environment() }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr, out })
    })
  })
}

const resultsIn = (out: string): ResultsFile =>
  JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as ResultsFile

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  begun.push(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Where somebody listened a moment ago. */
async function gone(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

describe.concurrent('orgproof', () => {
  test('run certifies the embedded endpoint, twice alike, and leaves every report', async () => {
    const { code, stdout, stderr, out } = await orgproof('run', ...few, '--allure')
    expect(stdout, stderr).toContain('reference-aws is conformant')
    expect(code).toBe(0)
    const results = resultsIn(out)
    const again = resultsIn((await orgproof('run', ...few)).out)
    expect(again.checks).toEqual(results.checks)
    const validate = new Ajv2020({ strict: false }).compile(schema)
    expect(validate(results), JSON.stringify(validate.errors)).toBe(true)
    expect(results.checks.length).toBe(results.run.planned)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      `${results.targets[0]?.totals.pass} passed, 0 failed`,
    )
    const events = readFileSync(join(out, 'events.ndjson'), 'utf8').trimEnd().split('\n')
    expect(events).toHaveLength(results.checks.length + 2)
    const allure = readdirSync(join(out, 'allure-results'))
    expect(allure.filter((name) => name.endsWith('-result.json'))).toHaveLength(
      results.checks.length,
    )
    expect(readFileSync(join(out, 'junit.xml'), 'utf8')).toContain('</testsuites>')
  })

  test('run asks the embedded endpoint in the region that is given', async () => {
    const { code, stdout, out } = await orgproof('run', ...few, '--region', 'eu-west-1')
    expect(stdout).toContain('reference-aws is conformant')
    expect(code).toBe(0)
    expect(resultsIn(out).checks.some(({ verdict }) => verdict === 'pass')).toBe(true)
  })

  test('a check of one vendor is asked of that vendor alone', async () => {
    const only = 'contract/huawei/ListOrganizationsQuotas/minimal/succeeds'
    const { code, stderr, out } = await orgproof('run', '--only', only)
    const { targets, checks } = resultsIn(out)
    expect(targets.map(({ name }) => name)).toEqual(['reference-huawei'])
    expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([[only, 'pass']])
    expect(code, stderr).toBe(0)
  })

  test('an endpoint elsewhere is refused before anything is sent', async () => {
    const { code, stderr } = await orgproof('run', '--endpoint', 'http://192.0.2.1:9', ...few)
    expect(code).toBe(4)
    expect(stderr).toContain('--read-only')
  })

  test('an endpoint where nobody listens is one clear message', async () => {
    const url = await gone()
    const { code, stderr } = await orgproof('run', '--endpoint', url, ...few)
    expect(code).toBe(2)
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
  })

  test('a web site is no organizations API', async () => {
    const url = await serving((_, response) => response.end('<html><h1>Hello</h1></html>'))
    const founding = ['--vendor', 'aws', '--only', 'contract/aws/CreateOrganization/*']
    const { code, stdout, stderr, out } = await orgproof('run', '--endpoint', url, ...founding)
    expect(code, `${stderr}${stdout}`).toBe(1)
    expect(stdout).toContain('nonconformant')
    const { totals } = resultsIn(out).targets[0] ?? never()
    expect(totals.pass).toBe(0)
    expect(totals.error).toBe(0)
  })

  test('a run in read-only mode writes nothing', async () => {
    const operations: string[] = []
    const url = await serving((request, response) => {
      operations.push(String(request.headers['x-amz-target']))
      response.end('{"Roots":[]}')
    })
    const options = ['--read-only', '--account', '111122223333']
    await orgproof('run', '--endpoint', url, ...options, '--only', 'scenario/*', ...few)
    const said = operations.map((operation) => operation.split('.').at(-1) ?? '')
    expect(said).toContain('ListRoots')
    expect(said.filter((name) => !/^(undefined|List|Describe)/.test(name))).toEqual([])
  })

  test('Ctrl-C ends a run with what is known so far', async () => {
    let child: ChildProcess | undefined
    let interrupted = false
    const interrupt = (): void => {
      if (!interrupted) child?.kill('SIGINT')
      interrupted = true
    }
    const url = await serving(({ method }, response) => {
      if (method === 'GET') response.end()
      // questions are never answered: the run is under way when the first one comes
      else interrupt()
    })
    const out = mkdtempSync(join(tmpdir(), 'orgproof-stop-'))
    const words = [program, 'run', '--endpoint', url, ...few, '--out', out]
    const running = spawn(process.execPath, words, { env: environment(), stdio: 'ignore' })
    child = running
    const code = await new Promise((resolve) => running.once('exit', resolve))
    expect(code).toBe(130)
    const { run, checks } = resultsIn(out)
    expect(run.complete).toBe(false)
    expect(checks.length).toBe(run.planned)
    const events = readFileSync(join(out, 'events.ndjson'), 'utf8').trimEnd().split('\n')
    expect(events.at(-1)).toContain('"end":"stopped"')
  })

  test.each([
    [['rnu'], 'Did you mean run?'],
    [['run', '--sead', '1'], 'Did you mean --seed?'],
    [['run', '--axis', 'shap'], 'did you mean shape?'],
    [['run', '--only', 'nothing/*'], 'no check matches nothing/*'],
    [['explain', 'scenario/unit-rename/renamd'], 'did you mean'],
    [['baseline', 'check', 'nowhere.json', '--against', 'nowhere.json'], 'nowhere.json'],
    [['list', '--vendor', 'asw'], 'did you mean aws?'],
  ])('%j is wrong usage', async (words, hint) => {
    const { code, stderr } = await orgproof(...words)
    expect(code).toBe(64)
    expect(stderr).toContain(hint)
  })

  test('list and explain say what is asked', async () => {
    const { stdout } = await orgproof('list', '--vendor', 'aws', '--ids')
    const ids = stdout.trimEnd().split('\n')
    expect(ids).toEqual([...new Set(ids)].toSorted())
    const explained = await orgproof('explain', ids[0] ?? '')
    expect(explained.code).toBe(0)
    for (const name of ['says so', 'case', 'source     suites/contract/']) {
      expect(explained.stdout).toContain(name)
    }
  })
})

function never(): never {
  throw new Error('the results name no target')
}
