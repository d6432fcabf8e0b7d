import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

import { operationOf, type Operation } from '../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import { applyOverlay, type Overlay } from '../contract/overlay.ts'
import { resolved } from '../contract/resolve-reference.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { aws } from '../vendors/aws/aws.ts'
import { codearts } from '../vendors/codearts/codearts.ts'
import { huawei } from '../vendors/huawei/huawei.ts'
import { derivations } from './derive.ts'
import { errataAt, type LeftOut } from './golden-file.ts'
import { sentencePlaceholder } from './mask-sentences.ts'
import { misfitsOf } from './misfits.ts'
import { serialise } from './serialise.ts'

interface Line extends JsonObject {
  readonly method: string
  readonly path: string
}

interface Exchange {
  readonly request?: {
    readonly http?: Line
    readonly printed?: Line
    readonly input: JsonObject
    readonly open?: readonly string[]
    readonly masked?: readonly string[]
    readonly citation: { readonly lines: readonly [number, number] }
  }
  readonly answer?: {
    readonly status?: number
    readonly output?: JsonObject
    readonly members?: readonly string[]
    readonly masked?: readonly string[]
    readonly citation: { readonly lines: readonly [number, number] }
  }
}

interface File {
  readonly vendor: string
  readonly operation: string
  readonly exchanges: readonly Exchange[]
  readonly leftOut?: readonly LeftOut[]
}

const fixtures = new URL('../../fixtures/contracts/', import.meta.url)
const textOf = (vendor: string, name: string): string =>
  readFileSync(new URL(`${vendor}/${name}`, fixtures), 'utf8')
const filesOf = (vendor: string): readonly File[] =>
  readdirSync(new URL(vendor, fixtures)).map((name) => JSON.parse(textOf(vendor, name)) as File)

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))

const schemaOf = ({ contract }: Vendor, { input }: Operation, member: string): JsonObject => {
  const properties = input['properties']
  const schema = isObject(properties) ? properties[member] : undefined
  return isObject(schema) ? resolved(contract.openapi, schema) : {}
}

type Filling = Readonly<Record<string, string>>

/** A value of our own for a member that the example leaves open. */
const filling = (vendor: Vendor, operation: Operation, open: readonly string[] = []): Filling =>
  Object.fromEntries(
    open.map((member) => {
      const choices = schemaOf(vendor, operation, member)['enum']
      return [member, Array.isArray(choices) ? String(choices[0]) : 'x-1']
    }),
  )

const filled = (path: string, values: Filling): string =>
  path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(values[name] ?? ''))

describe.each([aws(), huawei(), codearts()])('the golden exchanges of $id', (vendor) => {
  const { contract, wire } = vendor
  const files = filesOf(vendor.id)
  const misfits = misfitsOf(contract)
  const calls = files.flatMap(({ operation: name, exchanges }) =>
    exchanges.map((exchange) => ({ ...exchange, operation: operationOf(contract, name) })),
  )
  const requests = calls.flatMap(({ request, operation }) =>
    request === undefined
      ? []
      : [{ ...request, operation, filled: filling(vendor, operation, request.open) }],
  )
  const answers = calls.flatMap(({ answer, operation }) =>
    answer === undefined ? [] : [{ ...answer, operation }],
  )

  test('the files have their schema and the names of their operations', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
    const validate = ajv.compile(read('schemas/golden-exchange.schema.json') as JsonObject)
    for (const name of readdirSync(new URL(vendor.id, fixtures))) {
      const file = JSON.parse(textOf(vendor.id, name)) as File
      validate(file)
      expect(validate.errors, name).toBeNull()
      expect([file.vendor, `${file.operation}.json`]).toEqual([vendor.id, name])
    }
  })

  test('every input fits the contract once its open members are filled in', () => {
    for (const { operation, input, filled: own } of requests) {
      expect(misfits.input(operation, { ...input, ...own }), operation.name).toBeUndefined()
    }
  })

  test('an input misses exactly what is open', () => {
    for (const { operation, input, open = [] } of requests) {
      const required = (operation.input['required'] ?? []) as readonly string[]
      expect(
        required.filter((name) => !(name in input)),
        operation.name,
      ).toEqual(open)
    }
  })

  test('every output fits the contract', () => {
    for (const { operation, output } of answers) {
      if (output !== undefined) expect(misfits.output(operation, output)).toBeUndefined()
    }
  })

  test('every status is the one of the contract', () => {
    for (const { operation, status = operation.status } of answers) {
      expect(status, operation.name).toBe(operation.status)
    }
  })

  test('every request that is encoded is heard as the same operation with the same input', () => {
    for (const { operation, input, filled: own } of requests) {
      const said = { ...input, ...own }
      expect(wire.hear(wire.encode(operation, said))).toEqual({
        operation: operation.name,
        input: said,
      })
    }
  })

  test('a request is encoded with the method, the path and the body of its example', () => {
    for (const { operation, http, input, filled: own } of requests) {
      const { method, path, body } = wire.encode(operation, { ...input, ...own })
      const line = http ?? { method: 'POST', path: '/' }
      expect([method, path]).toEqual([
        line.method,
        filled(line.path, own) + queryOf(own, operation),
      ])
      expect(body === '' ? {} : JSON.parse(body), operation.name).toEqual(input)
    }
  })

  test('every answer is decoded as the same output', () => {
    for (const { operation, output } of answers) {
      if (output === undefined) continue
      const answer = wire.answer(operation.name, output, '0f'.repeat(16))
      expect(wire.decode(operation, answer), operation.name).toEqual({
        kind: 'output',
        status: operation.status,
        output,
        notes: [],
      })
    }
  })

  test('every member of a result is declared', () => {
    const declares = (schema: JsonObject, steps: readonly string[]): boolean => {
      const [step, ...rest] = steps
      if (step === undefined) return true
      const properties = resolved(contract.openapi, schema)['properties']
      const found = isObject(properties) ? properties[step.replace('[]', '')] : undefined
      const member = isObject(found) ? resolved(contract.openapi, found) : undefined
      if (!step.endsWith('[]')) return member !== undefined && declares(member, rest)
      return isObject(member?.['items']) && declares(member['items'], rest)
    }
    for (const { operation, members = [] } of answers) {
      for (const path of members) {
        expect(declares(operation.output, path.split('.')), `${operation.name} ${path}`).toBe(true)
      }
    }
  })

  test('no text is longer than a name but for placeholders and JSON', () => {
    const texts = (value: Json): readonly string[] => {
      if (typeof value === 'string') return [value]
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
    }
    const all = [...requests.map(({ input }) => input), ...answers.map(({ output = {} }) => output)]
    const long = all.flatMap(texts).filter((text) => text.split(/\s+/u).length > 3)
    const placeholders = long.filter((text) => text === sentencePlaceholder)
    const masked = [...requests, ...answers].flatMap((side) => side.masked ?? [])
    expect(placeholders).toHaveLength(masked.length)
    for (const text of long) {
      if (text !== sentencePlaceholder) expect(() => JSON.parse(text) as Json).not.toThrow()
    }
  })

  test('an erratum says what ails each example that is left out', () => {
    const overlay = read(`vendors/${vendor.id}/overlay.json`) as Overlay
    const ids = overlay.entries.map(({ id }) => id)
    for (const { leftOut = [], operation } of files) {
      for (const { errata } of leftOut) {
        expect(errata, operation).toSatisfy((named: readonly string[]) => named.length > 0)
        expect(ids).toEqual(expect.arrayContaining(errata as string[]))
      }
    }
  })

  const folder = process.env['ORGPROOF_DOCUMENTS']
  if (folder !== undefined) {
    test('the real document yields these files, byte for byte', () => {
      const overlay = read(`vendors/${vendor.id}/overlay.json`) as Overlay
      const [derivation] = derivations.filter(
        ({ vendor: id, golden }) => id === vendor.id && golden !== undefined,
      )
      const document = readFileSync(join(folder, derivation?.document ?? ''), 'utf8')
      const derived = derivation?.golden?.(document, { vendor: vendor.id, contract, overlay }) ?? []
      const names = derived.map(({ operation }) => `${operation}.json`)
      expect(readdirSync(new URL(vendor.id, fixtures)).toSorted()).toEqual(names.toSorted())
      for (const file of derived) {
        expect(serialise(file)).toBe(textOf(vendor.id, `${file.operation}.json`))
      }
    })
  }
})

/** The query of a path: open members that are no step of it. */
const queryOf = (values: Filling, { locations }: Operation): string => {
  const pairs = Object.entries(values).filter(([name]) => locations[name] === 'query')
  return pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`
}

interface Listed {
  readonly operation: string
  readonly side: 'request' | 'answer'
  readonly lines: readonly [number, number]
  readonly state: 'parsed' | 'mended' | 'contradicts' | 'broken'
}

const { examples } = read('vendors/huawei/examples.json') as {
  readonly examples: readonly Listed[]
}

/** Where a body ends and what became of it; a request without a body is no example body. */
const fatesOf = ({ operation, exchanges, leftOut = [] }: File): readonly string[] => [
  ...exchanges.flatMap(({ request, answer }) => [
    ...(request === undefined || Object.keys(request.input).length === 0
      ? []
      : [`${operation} request ${request.citation.lines[1]} golden`]),
    ...(answer === undefined ? [] : [`${operation} answer ${answer.citation.lines[1]} golden`]),
  ]),
  ...leftOut.map(
    ({ side, state, citation }) => `${operation} ${side} ${citation.lines[1]} ${state}`,
  ),
]

test('each of the 63 example bodies is golden, or left out for what ails it', () => {
  const fates = filesOf('huawei').flatMap(fatesOf)
  const expected = examples.map(({ operation, side, lines, state }) => {
    const fate = state === 'parsed' || state === 'mended' ? 'golden' : state
    return `${operation} ${side} ${lines[1]} ${fate}`
  })
  expect(fates.toSorted()).toEqual(expected.toSorted())
  const count = (fate: string): number => fates.filter((each) => each.endsWith(fate)).length
  expect([fates.length, count('golden'), count('contradicts'), count('broken')]).toEqual([
    63, 52, 3, 8,
  ])
})

test('every operation of Huawei has a request line; 54 requests and 34 answers are golden', () => {
  const files = filesOf('huawei')
  const exchanges = files.flatMap((file) => file.exchanges)
  expect(files).toHaveLength(58)
  expect(exchanges.filter(({ request }) => request !== undefined)).toHaveLength(54)
  expect(exchanges.filter(({ answer }) => answer !== undefined)).toHaveLength(34)
})

test('two request lines of Huawei are not those of the contract, and are not understood', () => {
  const { wire } = huawei()
  const printed = filesOf('huawei').flatMap(({ operation, exchanges }) =>
    exchanges.flatMap(({ request }) =>
      request?.printed === undefined ? [] : [{ operation, printed: request.printed }],
    ),
  )
  const heard = printed.map(({ operation, printed: line }) => [
    operation,
    wire.hear({ ...line, headers: {}, body: '' }),
  ])
  expect(Object.fromEntries(heard)).toMatchObject({
    QueryEffectivePolicies: { problem: 'wire.wrong-method' },
    ListResourceTypesThatSupportEnforcement: { problem: 'wire.unknown-operation' },
  })
  expect(heard).toHaveLength(2)
})

test('the other path of CodeArts is understood as the same call', () => {
  const { wire } = codearts()
  const [file] = filesOf('codearts')
  const { printed, input } = file?.exchanges[0]?.request ?? {}
  expect(printed).toEqual({ method: 'DELETE', path: '/v2/vpceps' })
  const headers = { 'content-type': 'application/json', region: 'x-1' }
  const message = { method: 'DELETE', path: '/v2/vpceps', headers, body: JSON.stringify(input) }
  expect(wire.hear(message)).toEqual({
    operation: file?.operation,
    input: { ...input, region: 'x-1' },
  })
})

test('the 42 calls of AWS are golden in 38 files, 34 with the members of their results', () => {
  const files = filesOf('aws')
  const exchanges = files.flatMap((file) => file.exchanges)
  expect(files).toHaveLength(38)
  expect(files.flatMap(({ leftOut = [] }) => leftOut)).toEqual([])
  expect(exchanges.filter(({ request }) => request !== undefined)).toHaveLength(42)
  expect(exchanges.filter(({ answer }) => answer !== undefined)).toHaveLength(34)
  const twice = files.filter((file) => file.exchanges.length === 2)
  expect(twice.map(({ operation }) => operation)).toEqual([
    'AttachPolicy',
    'CreateOrganization',
    'ListCreateAccountStatus',
    'UpdatePolicy',
  ])
})

test('the laid-over contracts are those the exchanges were read against', () => {
  for (const { id, contract } of [aws(), huawei(), codearts()]) {
    const [derivation] = derivations.filter(({ vendor, golden }) => vendor === id && golden)
    const openapi = read(derivation?.openapi ?? '') as Parameters<typeof applyOverlay>[0]
    const overlay = read(`vendors/${id}/overlay.json`) as Overlay
    expect(contract.openapi).toEqual(applyOverlay(openapi, overlay))
  }
})

const erratum = (id: string, ...lines: [number, number][]): Overlay['entries'][number] => ({
  id,
  lines,
  sha256: [],
  reading: '',
  why: '',
  evidence: 'document',
  actions: [],
})

test('errata speak of lines that their places touch', () => {
  const entries = [
    erratum('Z1', [1, 4]),
    erratum('Z2', [1, 2], [5, 5]),
    erratum('Z3', [9, 12]),
    erratum('Z4', [8, 8]),
    erratum('P1'),
  ]
  expect(errataAt({ document: 'cupboards.txt', entries }, { from: 5, to: 9 })).toEqual([
    'Z2',
    'Z3',
    'Z4',
  ])
})
