import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../specs/vendors/load-vendor.ts'
import { top } from './scripts/run-tool.ts'
import { recordRun, type Recorded } from './testing/record-run.ts'

// The published contracts in the hands of tools that share nothing with us; .ci/run makes their environments.

const run = promisify(execFile)
const python = join(top, '.venv/openapi/bin/python')
const types = join(top, '.venv/openapi-typescript/node_modules/openapi-typescript/bin/cli.js')
const compiler = join(top, 'node_modules/typescript/bin/tsc')
const contractOf = (vendor: string): string => join(top, 'fixtures/openapi', `${vendor}.json`)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgproof-contracts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Report {
  readonly answers: number
  readonly requests: number
  readonly complaints: readonly { readonly line: number; readonly words: string }[]
}

async function validate(vendor: string, exchanges: readonly Recorded[]): Promise<Report> {
  const path = join(folder, `${vendor}.jsonl`)
  await writeFile(path, exchanges.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const script = join(top, 'bin/testing/validate_exchanges.py')
  const options = { maxBuffer: 64 * 1024 ** 2 }
  const { stdout } = await run(python, [script, contractOf(vendor), path], options)
  return JSON.parse(stdout) as Report
}

/** What an endpoint may answer, although the embedded one does not. */
const right: Readonly<Record<string, readonly (readonly [string, number, unknown])[]>> = {
  aws: [
    ['ListRoots', 200, { Roots: [{ Id: 'r-1234', Name: null }], NextToken: null }],
    ['DeleteOrganization', 200, null],
  ],
  huawei: [['ListRootsOfOrganization', 200, { page_info: { current_count: null } }]],
  tencent: [['GetOrganization', 200, { Response: { RequestId: 'r', Nickname: null } }]],
}

/** What no endpoint may answer, beside what is right: a status and a body for each operation. */
const wrong: Readonly<Record<string, readonly (readonly [string, number, unknown])[]>> = {
  aws: [
    ['ListRoots', 200, { Roots: {} }],
    ['ListRoots', 200, { Roots: [{ Id: 5 }] }],
    ['ListRoots', 200, { Roots: [null] }],
    ['ListTagsForResource', 200, { Tags: [{ Key: 'a' }] }],
    ['ListTagsForResource', 200, { Tags: [{ Key: 'a', Value: null }] }],
    ['ListTagsForResource', 200, null],
    ['DescribeOrganization', 200, []],
    ['DescribeOrganization', 400, { __type: 'PolicyNotFoundException' }],
    ['DescribeOrganization', 302, {}],
  ],
  huawei: [
    ['ListRootsOfOrganization', 200, { roots: [{ id: 5 }] }],
    ['ListRootsOfOrganization', 200, { roots: [null] }],
    ['ListRootsOfOrganization', 200, { page_info: { next_marker: 0 } }],
    ['ListRootsOfOrganization', 202, {}],
    ['ListRootsOfOrganization', 404, { error_msg: 'a code is missing' }],
  ],
  tencent: [
    ['GetOrganization', 200, {}],
    ['GetOrganization', 200, { Response: { RequestId: 'r', OrgId: '5' } }],
    ['GetOrganization', 200, { Response: { RequestId: 'r', Error: { Code: 5, Message: '' } } }],
    ['ListOrganizationMembers', 200, { Response: { RequestId: 'r', Members: [null] } }],
  ],
  codearts: [
    ['DeleteVPCEPAccessControlInformation', 200, { status: 5 }],
    ['DeleteVPCEPAccessControlInformation', 200, { total: '1' }],
    ['DeleteVPCEPAccessControlInformation', 404, {}],
  ],
}

/** Exchanges that were recorded, with these answers. */
const answered = (
  answers: readonly (readonly [string, number, unknown])[] = [],
  exchanges: readonly Recorded[],
): readonly Recorded[] =>
  answers.map(([operation, status, body]) => {
    const came = exchanges.find((one) => one.operation === operation && one.output)
    if (came === undefined) throw new Error(`${operation} was never carried out`)
    return { ...came, answer: { ...came.answer, status, body: JSON.stringify(body) } }
  })

describe.concurrent('openapi-core', () => {
  test.each(knownVendors)(
    'has nothing against what is exchanged with the endpoint of %s',
    async (id) => {
      const vendor = await loadVendor(id)
      const exchanges = await recordRun(vendor)
      const outputs = exchanges.filter(({ output }) => output)
      const carriedOut = new Set(outputs.map(({ operation }) => operation))
      expect([...carriedOut].toSorted()).toEqual([...vendor.contract.operations.keys()].toSorted())
      const allowed = [...exchanges, ...answered(right[id], exchanges)]
      const mistakes = answered(wrong[id], exchanges)
      // to read a contract takes longer than to hold exchanges against it
      const report = await validate(id, [...allowed, ...mistakes])
      expect(report.answers).toBe(allowed.length + mistakes.length)
      expect(report.requests).toBe([...allowed, ...mistakes].filter(({ output }) => output).length)
      expect(report.complaints.filter(({ line }) => line < allowed.length)).toEqual([])
      const found = new Set(report.complaints.map(({ line }) => line - allowed.length))
      expect(mistakes.filter((_, line) => !found.has(line))).toEqual([])
    },
  )
})

/** Compiles when the types are those of the contracts: what is marked must be an error. */
const use = `
import type { components as Aws, operations } from './aws.ts'
import type { components as Huawei } from './huawei.ts'
import type { components as Tencent } from './tencent.ts'
import type { operations as Codearts } from './codearts.ts'

export const header: operations['ListRoots']['parameters']['header']['X-Amz-Target'] =
  'AWSOrganizationsV20161128.ListRoots'
export const tag: Aws['schemas']['Tag'] = { Key: 'a', Value: 'b' }
export const page: Huawei['schemas']['PageInfoDto'] = { next_marker: null, current_count: 1 }
export const node: Tencent['schemas']['OrgNode'] = { NodeId: 1, Name: 'a' }
export const region: Codearts['DeleteVPCEPAccessControlInformation']['parameters']['header'] = { region: 'a' }
// @ts-expect-error: a value is missing
export const half: Aws['schemas']['Tag'] = { Key: 'a' }
// @ts-expect-error: a number is no text
export const wrong: Huawei['schemas']['PageInfoDto'] = { next_marker: 1 }
`

test('openapi-typescript makes types of them that compile', async () => {
  for (const vendor of knownVendors) {
    await run(process.execPath, [types, contractOf(vendor), '-o', join(folder, `${vendor}.ts`)])
  }
  const path = join(folder, 'use.ts')
  await writeFile(path, use)
  const flags = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ]
  const compiled = await run(process.execPath, [
    compiler,
    ...flags,
    '--allowImportingTsExtensions',
    path,
  ]).catch((error: { stdout: string }) => error)
  expect(compiled.stdout).toBe('')
})
