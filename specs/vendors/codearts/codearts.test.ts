import { expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { Unreadable } from '../../vendor/lens.ts'
import { codearts } from './codearts.ts'

const { contract, dialect, wire } = codearts()
const row = dialect.revokeEndpoints
const args = {
  region: 'ap-southeast-3',
  enterprise: 'tenant',
  endpoints: [{ endpoint: 'one', description: 'the first' }, { endpoint: 'two' }],
}
const input = {
  region: 'ap-southeast-3',
  enterprise_id: 'tenant',
  vpceps: [{ vpcep_id: 'one', description: 'the first' }, { vpcep_id: 'two' }],
}

test('endpoints are revoked in the words of the document', () => {
  expect(row?.args.write(args)).toEqual(input)
  expect(row?.args.read(input)).toEqual(args)
})

test('a success says ok', () => {
  expect(row?.result.write({ total: 2 })).toEqual({ status: 'ok', total: 2 })
  expect(row?.result.read({ status: 'ok', total: 2 })).toEqual({ total: 2 })
  expect(row?.result.read({ status: 'ok' })).toEqual({})
  expect(() => row?.result.read({ status: 'failed' })).toThrow(Unreadable)
  expect(() => row?.result.read({})).toThrow(Unreadable)
})

test('the call is a DELETE with a body, and a header that names the region', () => {
  const operation = operationOf(contract, row?.operation ?? '')
  const message = wire.encode(operation, input)
  expect(message).toMatchObject({ method: 'DELETE', path: '/devuc-accessmgmt/v2/vpceps' })
  expect(message.headers['region']).toBe('ap-southeast-3')
  expect(JSON.parse(message.body)).toEqual({
    enterprise_id: 'tenant',
    vpceps: input.vpceps,
  })
})

test.each(['/devuc-accessmgmt/v2/vpceps', '/v2/vpceps'])('%s is heard', (path) => {
  const operation = operationOf(contract, row?.operation ?? '')
  const message = wire.encode({ ...operation, path }, input)
  expect(message.path).toBe(path)
  expect(wire.hear(message)).toEqual({ operation: operation.name, input })
})
