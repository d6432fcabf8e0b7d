import { expect, test } from 'vitest'

import { operationOf } from '../../specs/contract.ts'
import { knownVendors, loadVendor } from '../../specs/vendors.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { basisFinder } from '../basis.ts'
import { bodies } from './bodies.ts'
import { contentTypes } from './content-types.ts'
import { methods } from './methods.ts'
import { operationNames } from './operation-names.ts'
import { harmlessCall } from './proper-call.ts'
import { protocolCases } from './protocol-cases.ts'
import { signatures } from './signatures.ts'
import type { SpoiledCall } from './spoiled-call.ts'

const vendor = await loadVendor('aws')
const harmless = harmlessCall(vendor)
if (harmless === undefined) throw new Error('the vendor has no harmless call')
const { operation, input, naming } = harmless
const areas = [operationNames, bodies, contentTypes, methods, signatures]
const now = Date.UTC(2024, 0, 1)
const principal = { account: '123456789012', credentials: { accessKey: 'key', secret: 'secret' } }
const endpoint = new URL('http://127.0.0.1:1')

const proper = { principal, now, ...(naming !== undefined && { naming }) }

const travelling = async ({ spoil }: Pick<SpoiledCall, 'spoil'>): Promise<Message> => {
  const spoils = spoil(proper)
  const plain = vendor.wire.encode(operationOf(vendor.contract, operation), input)
  const before = spoils.before ?? same
  const after = spoils.after ?? same
  return after(
    await vendor.wire.sign(before(plain), endpoint, {
      credentials: (spoils.principal ?? principal).credentials,
      region: vendor.region,
      at: spoils.at ?? new Date(now),
    }),
  )
}

const same = (message: Message): Message => message

const keys = (key: string): typeof principal.credentials | undefined =>
  key === 'key' ? principal.credentials : undefined

/** What the server's half of the same protocol makes of a message. */
const problemOf = async (message: Message): Promise<string> => {
  const verified = await vendor.wire.verify(message, keys, {
    now: new Date(now),
    regions: [vendor.region],
  })
  if ('problem' in verified) return verified.problem
  const heard = vendor.wire.hear(message)
  if ('problem' in heard) return heard.problem
  return vendor.contract.operations.has(heard.operation) ? 'none' : 'wire.unknown-operation'
}

const spoiledCalls = areas.flatMap(({ area, calls }) =>
  calls
    .filter(({ refusal }) => refusal !== 'wire.too-large')
    .map((call) => [`${area}/${call.what}`, call] as const),
)

test.each(spoiledCalls)('%s is spoiled as it claims', async (_name, call) => {
  expect(await problemOf(await travelling(call))).toBe(call.refusal)
})

test('the unspoiled call is understood', async () => {
  expect(await problemOf(await travelling({ spoil: () => ({}) }))).toBe('none')
})

test('the oversized body is proper apart from its size', async () => {
  const oversized = bodies.calls.find(({ what }) => what === 'oversized')
  if (oversized === undefined) throw new Error('there is one')
  const bodyLimit = 2 ** 20
  const message = await travelling({ spoil: () => oversized.spoil({ ...proper, bodyLimit }) })
  expect(message.body.length).toBeGreaterThan(bodyLimit)
  expect(await problemOf(message)).toBe('none')
})

test.each(knownVendors)('the protocol of %s has unique ids and cites who says so', async (id) => {
  const one = await loadVendor(id)
  const checks = protocolCases(one, basisFinder(one)).flatMap((each) => each.checks)
  expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length)
  for (const check of checks) {
    expect(check.id.startsWith(`protocol/${id}/`)).toBe(true)
    expect(check.axis).toBe('protocol')
    expect(check.citations.length).toBeGreaterThan(0)
    expect(check.title.length, check.title).toBeLessThanOrEqual(70)
  }
})

test('a target may say that it checks no signatures', () => {
  const cases = protocolCases(vendor, basisFinder(vendor))
  const needing = cases.filter(({ needs }) => needs.includes('signatures'))
  expect(needing.map((one) => one.id)).toEqual(['protocol/aws/signature'])
})
