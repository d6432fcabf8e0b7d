import { expect, test } from 'vitest'

import { operationOf } from '../../specs/contract/contract.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { effectOf } from '../actors/effect-of.ts'
import { basisFinder } from '../verdict/basis.ts'
import { bodies } from './bodies.ts'
import { contentTypes } from './content-types.ts'
import { methods } from './methods.ts'
import { operationNames } from './operation-names.ts'
import { harmlessCall, type HarmlessCall } from './proper-call.ts'
import { protocolCases } from './protocol-cases.ts'
import { signatures } from './signatures.ts'
import type { ProperCall, SpoiledCall } from './spoiled-call.ts'
import { versions } from './versions.ts'

const areas = [operationNames, versions, bodies, contentTypes, methods, signatures]
const now = Date.UTC(2024, 0, 1)
const credentials = { accessKey: 'key', secret: 'secret' }
const endpoint = new URL('http://127.0.0.1:1')
const vendors = await Promise.all(knownVendors.map((id) => loadVendor(id)))
const aws = await loadVendor('aws')

const harmlessIn = (vendor: Vendor): HarmlessCall => {
  const harmless = harmlessCall(vendor)
  if (harmless === undefined) throw new Error(`${vendor.id} has no harmless call`)
  return harmless
}

const properIn = (vendor: Vendor): ProperCall => {
  const { naming } = harmlessIn(vendor)
  return { credentials, now, ...(naming !== undefined && { naming }) }
}

const travelling = async (vendor: Vendor, spoil: SpoiledCall['spoil']): Promise<Message> => {
  const spoils = spoil(properIn(vendor))
  const { operation, input } = harmlessIn(vendor)
  const plain = vendor.wire.encode(operationOf(vendor.contract, operation), input)
  const before = spoils.before ?? same
  const after = spoils.after ?? same
  return after(
    await vendor.wire.sign(before(plain), endpoint, {
      credentials: spoils.credentials ?? credentials,
      region: spoils.region ?? vendor.region,
      at: spoils.at ?? new Date(now),
      ...(spoils.signedHeaders && { signedHeaders: spoils.signedHeaders }),
    }),
  )
}

const same = (message: Message): Message => message

const keys = (key: string): typeof credentials | undefined =>
  key === 'key' ? credentials : undefined

/** What the server's half of the same protocol makes of a message. */
const problemOf = async ({ wire, contract, region }: Vendor, message: Message): Promise<string> => {
  const verified = await wire.verify(message, keys, { now: new Date(now), regions: [region] })
  if ('problem' in verified) return verified.problem
  const heard = wire.hear(message)
  if ('problem' in heard) return heard.problem
  return contract.operations.has(heard.operation) ? 'none' : 'wire.unknown-operation'
}

const spoiledCalls = vendors.flatMap((vendor) =>
  areas.flatMap(({ area, calls }) =>
    calls
      .filter(({ refusal, applies }) => refusal !== 'wire.too-large' && (applies?.(vendor) ?? true))
      .map((call) => [`${vendor.id}/${area}/${call.what}`, vendor, call] as const),
  ),
)

/** Where another rule of the protocol is broken first: this signature has to cover the content type. */
const brokenFirst: Readonly<Record<string, string>> = {
  'tencent/content-type/missing': 'wire.unsigned-header',
}

test.each(spoiledCalls)('%s is spoiled as it claims', async (name, vendor, call) => {
  const message = await travelling(vendor, call.spoil)
  expect(await problemOf(vendor, message)).toBe(brokenFirst[name] ?? call.refusal)
  if (call.twin === undefined) return
  expect(await problemOf(vendor, await travelling(vendor, call.twin))).toBe('none')
})

const listed = ({ headers }: Message): readonly string[] =>
  /SignedHeaders=([^,]+)/u.exec(headers['authorization'] ?? '')?.[1]?.split(';') ?? []

/** The message with the list that its scheme wants, and the signature that was made over the list as it was written. */
const withRightList = (message: Message): Message => {
  const names = [...new Set(listed(message))].toSorted().join(';')
  const { authorization = '' } = message.headers
  const righted = authorization.replace(/SignedHeaders=[^,]+/u, `SignedHeaders=${names}`)
  return { ...message, headers: { ...message.headers, authorization: righted } }
}

test.each(
  spoiledCalls.filter(([, , { what }]) => what === 'doubled-header' || what === 'unsorted-headers'),
)('%s is signed over the list as it is written', async (_, vendor, { spoil }) => {
  const message = await travelling(vendor, spoil)
  const usual = listed(await travelling(vendor, () => ({})))
  expect(listed(message)).not.toEqual(usual)
  expect([...new Set(listed(message))].toSorted()).toEqual(usual)
  // put right on its way, it is refused for its signature: that one was made over the list as it was
  expect(await problemOf(vendor, withRightList(message))).toBe('wire.invalid-signature')
})

test.each(vendors)('the unspoiled call of $id is understood', async (vendor) => {
  expect(await problemOf(vendor, await travelling(vendor, () => ({})))).toBe('none')
})

test('the oversized body is proper apart from its size', async () => {
  const oversized = bodies.calls.find(({ what }) => what === 'oversized')
  if (oversized === undefined) throw new Error('there is one')
  const bodyLimit = 2 ** 20
  const message = await travelling(aws, () => oversized.spoil({ ...properIn(aws), bodyLimit }))
  expect(message.body.length).toBeGreaterThan(bodyLimit)
  expect(await problemOf(aws, message)).toBe('none')
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

// a spoiled message says something else than its call: of what could be taken back, nobody could tell what it made
test.each(vendors)(
  'the harmless call of $id reads, or is never made with given accounts',
  (vendor) => {
    const { verb, access } = harmlessIn(vendor)
    const { kind } = effectOf(vendor, verb)
    expect(['none', 'lasting']).toContain(kind)
    expect(access).toBe(kind === 'none' ? 'read' : 'write')
  },
)

test('a target may say that it checks no signatures', () => {
  const cases = protocolCases(aws, basisFinder(aws))
  const needing = cases.filter(({ needs }) => needs.includes('signatures'))
  expect(needing.map((one) => one.id)).toEqual(['protocol/aws/signature', 'protocol/aws/validity'])
})

test.each(vendors)('what lets others act in an account of $id is refused at must', (vendor) => {
  const checks = protocolCases(vendor, basisFinder(vendor)).flatMap((one) => one.checks)
  const firm = checks
    .filter(({ id, level }) => id.includes('/signature/') && level === 'must')
    .map(({ id }) => id.split('/').at(-1))
  const always = [
    'missing',
    'garbled',
    'truncated',
    'tampered',
    'another-secret',
    'tampered-body',
    'tampered-operation',
    'expired',
    'unknown-key',
  ]
  const tokens =
    vendor.protocol.tokens === true ? ['expired-token', 'forged-token', 'redated-token'] : []
  const query = harmlessIn(vendor).naming === undefined ? ['tampered-query'] : []
  expect(new Set(firm)).toEqual(new Set([...always, ...tokens, ...query]))
})
