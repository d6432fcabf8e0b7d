import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { bundlePage } from '../reports/formats/html/bundle/bundle-page.ts'

// The package as somebody else's program meets it: built, below node_modules, through its exports alone.

const run = promisify(execFile)
const top = fileURLToPath(new URL('..', import.meta.url))
const typescript = join(top, 'node_modules/.bin/tsc')
const workshop = mkdtempSync(join(tmpdir(), 'orgproof-library-'))
const consumer = join(workshop, 'consumer')
afterAll(() => rmSync(workshop, { recursive: true, force: true }))

const program = `
import { baselineOf, compareBaseline, conductRun, exitCodeOf, gateOf, planRun } from 'orgproof'
import type { Results, Verdict } from 'orgproof'

const plan = planRun({ vendors: ['aws'], selection: { only: ['scenario/unit-rename/*'] } })
const run = await conductRun(plan, { out: 'out' })
if ('problem' in run) throw new Error(run.problem.message)
const results: Results = run.results
const verdicts: readonly Verdict[] = results.checks.map(({ verdict }) => verdict)
const baseline = baselineOf(results)
const gate = gateOf(results, baseline)
const said = {
  verdicts: [...new Set(verdicts)],
  differences: compareBaseline(results, baseline),
  codes: [exitCodeOf(run, gate), exitCodeOf(run, undefined)],
}
console.log(JSON.stringify(said))

const refused = await conductRun(
  planRun({ vendors: ['aws'], target: { endpoint: 'https://organizations.example' } }),
  { out: 'out' },
)
console.log('problem' in refused ? refused.problem.code : 'asked')
`

const clientTest = `
import { startEndpoint } from 'orgproof/endpoint'

const endpoint = await startEndpoint({ vendor: 'aws', seed: 1 })
const answer = await fetch(endpoint.url, { method: 'POST', body: '{}' })
const { accessKeyId } = endpoint.credentials('222222222222')
const slip = await startEndpoint({ vendor: 'aws', fault: 'unit-depth-unlimitd' }).catch(
  (error: Error) => error.message,
)
console.log(JSON.stringify({ status: answer.status, accessKeyId, slip, troubles: endpoint.troubles() }))
await endpoint.close()
`

const wrongProgram = `
import { planRun } from 'orgproof'
export const plan = planRun({ vendors: ['nobody'] })
export const seed: string = plan.seed
`

const config = {
  compilerOptions: {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    skipLibCheck: false,
    noEmit: false,
    types: ['node'],
    typeRoots: [join(top, 'node_modules/@types')],
  },
}

beforeAll(async () => {
  const installed = join(workshop, 'orgproof')
  await run(typescript, ['-p', 'tsconfig.build.json', '--outDir', join(installed, 'dist')], {
    cwd: top,
  })
  const page = 'dist/reports/formats/html/page.html'
  writeFileSync(join(installed, page), await bundlePage())
  for (const name of [
    'package.json',
    'specs/schemas',
    'specs/requirement-sets',
    'suites/targets',
  ]) {
    cpSync(join(top, name), join(installed, name), { recursive: true })
  }
  symlinkSync(join(top, 'node_modules'), join(installed, 'node_modules'))
  mkdirSync(join(consumer, 'node_modules'), { recursive: true })
  symlinkSync(installed, join(consumer, 'node_modules/orgproof'))
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(consumer, 'program.ts'), program)
  writeFileSync(join(consumer, 'client.ts'), clientTest)
  writeFileSync(join(consumer, 'wrong.ts'), wrongProgram)
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ ...config, files: ['program.ts', 'client.ts'] }),
  )
  writeFileSync(join(consumer, 'wrong.json'), JSON.stringify({ ...config, files: ['wrong.ts'] }))
})

test('a program conducts a run, with types', async () => {
  await run(typescript, ['-p', 'tsconfig.json'], { cwd: consumer })
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: consumer })
  const [said = '', refused] = stdout.trim().split('\n')
  expect(JSON.parse(said)).toEqual({ verdicts: ['pass'], differences: [], codes: [0, 0] })
  expect(refused).toBe('WRITES_DENIED')
})

test('a test of a client starts the embedded endpoint, and ends by itself', async () => {
  const { stdout } = await run(process.execPath, ['client.js'], { cwd: consumer })
  expect(JSON.parse(stdout)).toEqual({
    status: 400,
    accessKeyId: '222222222222',
    slip: 'there is no fault of aws unit-depth-unlimitd: did you mean unit-depth-unlimited?',
    troubles: [],
  })
})

test('types say what a program gets wrong', async () => {
  const told = await run(typescript, ['-p', 'wrong.json'], { cwd: consumer }).then(
    () => '',
    ({ stdout }: { readonly stdout: string }) => stdout,
  )
  expect(told).toContain('\'"nobody"\' is not assignable')
  expect(told).toContain("'number' is not assignable to type 'string'")
})

const reachable = (specifier: string): Promise<string> =>
  run(
    process.execPath,
    ['--input-type=module', '-e', `await import.meta.resolve('${specifier}')`],
    {
      cwd: consumer,
    },
  ).then(
    () => 'reachable',
    ({ stderr }: { readonly stderr: string }) => /ERR_\w+/u.exec(stderr)?.[0] ?? stderr,
  )

test.each([
  'orgproof',
  'orgproof/endpoint',
  'orgproof/package.json',
  'orgproof/specs/schemas/results.schema.json',
  'orgproof/specs/requirement-sets/0.1.0.json',
])('%s is reachable', async (specifier) => {
  expect(await reachable(specifier)).toBe('reachable')
})

test.each(['orgproof/dist/harness/problem.js', 'orgproof/harness', 'orgproof/dist/bin/main.js'])(
  '%s is not',
  async (specifier) => {
    expect(await reachable(specifier)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  },
)
