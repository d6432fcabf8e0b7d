import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import { serialise } from '../serialise.ts'
import { validateOpenApi } from '../validate-openapi.ts'
import actionErrors from './action-errors.json' with { type: 'json' }
import { deriveTencent, tencentDocumentFile, tencentSdkFiles } from './derive-tencent.ts'

/** The committed contract, without the document it came from: its numbers, its gates, its errata. */

const vendor = fileURLToPath(new URL('../../vendors/tencent/', import.meta.url))
const path = join(vendor, 'openapi', 'organization-2018-12-25.json')
const committed = readFileSync(path, 'utf8')
const openapi = JSON.parse(committed) as OpenApiDocument
const overlay = JSON.parse(readFileSync(join(vendor, 'overlay.json'), 'utf8')) as Overlay
const { schemas } = openapi.components
const actions = Object.values(openapi.paths).map((item) => item['post'] as JsonObject)
const names = actions.map((action) => action['operationId'] as string)
const codes = openapi['x-error-codes'] as JsonObject

const { resolve } = createRequire(import.meta.url)
const sdk = tencentSdkFiles.map((file) => readFileSync(resolve(file), 'utf8'))

const membersOf = (name: string): string[] => {
  const properties = schemas[name]?.['properties']
  return isObject(properties) ? Object.keys(properties) : []
}
const count = (kind: string): number => names.flatMap((name) => membersOf(name + kind)).length

test('the contract has 20 actions, 31 members of requests and 3 data types', () => {
  expect(names).toHaveLength(20)
  expect(count('Request')).toBe(31)
  expect(
    names.flatMap((name) => (schemas[`${name}Request`]?.['required'] ?? []) as Json[]),
  ).toHaveLength(21)
  const others = Object.keys(schemas).filter((name) => !/(?:Request|Response)$/u.test(name))
  expect(others).toEqual(['OrgInvitation', 'OrgMember', 'OrgNode'])
})

test('the contract has 38 common codes and 24 of the service, each with its line', () => {
  const lines = Object.values(codes).map(
    (citation) => ((citation as JsonObject)['lines'] as number[])[0],
  )
  expect(lines).toHaveLength(62)
  expect(new Set(lines).size).toBe(62)
  expect(lines).toEqual(lines.toSorted((one, other) => Number(one) - Number(other)))
})

test('every action has the codes of its list, and every code of the service has an action', () => {
  const lists = actions.map((action) => action['x-errors'] as string[])
  expect(lists.flat()).toHaveLength(52)
  expect(Object.keys(actionErrors.actions)).toEqual(names)
  const service = Object.keys(codes).slice(38)
  expect(service.filter((code) => !lists.flat().includes(code))).toEqual([])
  const general = lists.flat().filter((code) => !service.includes(code))
  expect(new Set(general)).toEqual(new Set(['FailedOperation']))
})

test('every member cites the symbol that declares it, or belongs to the frame', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    if (name === 'ErrorResponse') continue
    for (const [member, one] of Object.entries(schema['properties'] as JsonObject)) {
      const { 'x-citation': citation, 'x-protocol': protocol } = one as JsonObject
      if (member === 'RequestId') expect(protocol).toBeDefined()
      else
        expect(citation).toMatchObject({
          kind: 'sdk',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
        })
      if (isObject(citation ?? null))
        expect((citation as JsonObject)['source']).toContain(`${name}.${member}`)
    }
  }
})

test('nothing in it is a sentence of somebody else', () => {
  // the SDK's comments are Chinese, the page's texts end in a full stop
  expect(committed).not.toMatch(/\p{Script=Han}/u)
  expect(committed).not.toMatch(/already in use|does not exist|has reached/u)
})

test('the contract is valid, alone and under its overlay', async () => {
  expect(await validateOpenApi(openapi)).toEqual([])
  const corrected = applyOverlay(openapi, overlay)
  expect(await validateOpenApi(corrected)).toEqual([])
  const { OrgInvitation, CreateOrganizationRequest } = corrected.components.schemas
  expect(OrgInvitation?.['properties']).toMatchObject({
    Status: { enum: [-1, 0, 1, 2, 3], 'x-type': 'int64', 'x-overlay': ['Z1'] },
    ExpireTime: { pattern: expect.any(String), 'x-soft': ['pattern'] },
  })
  expect(CreateOrganizationRequest?.['properties']).toMatchObject({
    OrgType: { 'x-soft': ['enum'] },
  })
})

test('the contract is clean under redocly lint', async () => {
  const cli = join(dirname(resolve('@redocly/cli/package.json')), 'bin/cli.js')
  const { stderr } = await promisify(execFile)(process.execPath, [cli, 'lint', path], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', CI: 'true' },
  })
  expect(stderr).toContain('Your API description is valid')
  expect(stderr).not.toMatch(/You have \d+ warning/u)
})

const table = (rows: readonly string[]): string[] => [
  '',
  'Error Code Description',
  ...rows.toSorted().map((code) => `${code} In our words.`),
  '',
]

/** A page in the same grammar, in words of our own, that lists every code the actions may answer. */
const page = (left: string = ''): string => {
  const all = [...new Set(Object.values(actionErrors.actions).flat())].filter(
    (code) => code !== left,
  )
  return [
    'Error Code List',
    'Common Error Codes',
    ...table(all.filter((code) => !code.includes('.'))),
    'Service Error Codes',
    ...table(all.filter((code) => code.includes('.'))),
    'Help',
  ].join('\n')
}

test('shapes come from the installed SDK, and are those committed', () => {
  const derived = deriveTencent(page(), sdk)
  expect(derived.components).toEqual(openapi.components)
  expect(Object.keys(derived.paths)).toEqual(Object.keys(openapi.paths))
  expect(serialise(deriveTencent(page(), sdk))).toBe(serialise(derived))
})

test.each([
  [
    'a code that the page lacks',
    page('ResourceInUse.NodeName'),
    sdk,
    'has no code ResourceInUse.NodeName',
  ],
  ['an SDK without a version', page(), ['{}', ...sdk.slice(1)], 'states no version'],
  [
    'an action without a list of codes',
    page(),
    sdk.map((text) => text.replaceAll('QuitOrganization', 'LeaveOrganization')),
    'no list for LeaveOrganization',
  ],
  [
    'an action without a request',
    page(),
    sdk.map((text) => text.replaceAll('interface QuitOrganizationRequest', 'interface Quit')),
    'no type QuitOrganizationRequest',
  ],
  [
    'a type that nothing uses',
    page(),
    sdk.map((text) => text.replaceAll('Array<OrgNode>', 'Array<OrgMember>')),
    'uses the type OrgNode',
  ],
  [
    'a type that is not there',
    page(),
    sdk.map((text) =>
      text
        .replace('Nodes?: Array<OrgNode>', 'Nodes?: Array<OrgLeaf>')
        .replace('interface OrgNode', 'interface GetOrganizationNodeResponse'),
    ),
    'the SDK',
  ],
])('%s is refused', (...[, text, companions, complaint]) => {
  expect(() => deriveTencent(text, companions)).toThrow(complaint)
})

const folder = process.env['ORGPROOF_DOCUMENTS']
// The page is not part of the repository; whoever has it derives the contract anew.
if (folder !== undefined && existsSync(join(folder, tencentDocumentFile))) {
  test('the document yields the committed contract, byte for byte', () => {
    const text = readFileSync(join(folder, tencentDocumentFile), 'utf8')
    expect(serialise(deriveTencent(text, sdk))).toBe(committed)
  })
}
