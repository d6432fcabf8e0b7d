import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import { huawei } from '../specs/vendors/huawei/huawei.ts'
import type { Answer, Heard } from '../specs/wire/wire.ts'
import type { Fault } from './fault.ts'
import { startEndpoint } from './server.ts'

/** Every operation, asked by the vendor's own Python client, which shares nothing with us. */
const vendor = huawei()
/** made by .ci/run */
const python = fileURLToPath(new URL('../.venv/huawei/bin/python', import.meta.url))
const driver = fileURLToPath(new URL('peers/huawei_sdk.py', import.meta.url))

const ajv = new Ajv2020({ strict: false, validateFormats: false })
const answered = new Set<string>()
const violations: string[] = []

const witnessed = (answer: Answer, heard: Heard | undefined): Answer => {
  if (heard === undefined || answer.status >= 300) return answer
  const { output } = operationOf(vendor.contract, heard.operation)
  answered.add(heard.operation)
  const schema = { ...output, components: vendor.contract.openapi['components'] }
  const body: unknown = answer.body === '' ? {} : JSON.parse(answer.body)
  if (!ajv.validate(schema, body)) violations.push(`${heard.operation}: ${ajv.errorsText()}`)
  return answer
}

/** No fault at all: it only looks. */
const witness: Fault = {
  name: 'witness',
  description: 'looks at every answer',
  breaks: {},
  alter: () => ({ frame: witnessed }),
}

interface Report {
  readonly calls: readonly string[]
  readonly codes: Readonly<Record<string, string>>
}

test('the official Python client drives all 58 operations, and understands every answer', async () => {
  const options = { port: 0, clock: () => Date.now(), random: Math.random, fault: witness }
  const endpoint = await startEndpoint(vendor, options)
  try {
    const args = [driver, endpoint.url.origin, vendor.referenceEndpoint.secret]
    const { stdout } = await promisify(execFile)(python, args)
    const { calls, codes } = JSON.parse(stdout) as Report
    expect(calls).toHaveLength(58)
    expect([...answered].toSorted()).toEqual([...vendor.contract.operations.keys()].toSorted())
    expect(violations).toEqual([])
    expect(Object.keys(codes).length).toBeGreaterThan(40)
    expect(endpoint.troubles()).toEqual([])
  } finally {
    await endpoint.close()
  }
})
