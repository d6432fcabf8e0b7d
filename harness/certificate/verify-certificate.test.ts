import { generateKeyPairSync } from 'node:crypto'

import { expect, test } from 'vitest'

import type { NamedSet } from '../../reports/certificate/named-set.ts'
import { inventedResults, judged } from '../../reports/results/invented-results.ts'
import type { CheckGroup, VendorRequirements } from '../../specs/vendor/requirement-set.ts'
import { seal } from './envelope.ts'
import { issueCertificate, type CertificateOrder } from './issue-certificate.ts'
import {
  verificationExit,
  verifyCertificate,
  type Verification,
  type VerificationOrder,
} from './verify-certificate.ts'

// What moves on after a certificate was issued, and what its owner may have signed wrongly.

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

const asks = (...checks: readonly CheckGroup[]): VendorRequirements => ({
  documents: { 'manual.txt': 'b'.repeat(64) },
  checks,
})
const set = (version: string, aws: VendorRequirements, huawei = aws): NamedSet => ({
  sha256: version.replaceAll('.', '').padEnd(64, '0'),
  set: { schema: 'orgproof/requirement-set/1', version, vendors: { aws, huawei } },
})

const one: CheckGroup = { of: ['scenario/one'], must: ['passes'] }
const first = set('1.0.0', asks(one))

const content = inventedResults({
  reports: [{ judged: judged('scenario/one/passes'), exchanges: [] }],
})
const repeated = { ...content, run: { ...content.run, id: 'run-2' } }
const now = Date.parse('2026-01-02T00:00:00.000Z')
const order: CertificateOrder = {
  results: { content, sha256: 'c'.repeat(64) },
  repeat: { content: repeated, sha256: 'd'.repeat(64) },
  evidence: undefined,
  requirements: first,
  days: 30,
  now,
}

const verified = (
  differs: Partial<VerificationOrder> = {},
  certified: CertificateOrder = order,
): Verification =>
  verifyCertificate({
    envelope: issueCertificate(certified, privateKey).envelope,
    key: publicKey,
    read: (text) => ({ content: JSON.parse(text) as never }),
    now,
    current: first,
    setOf: (version) => (version === '1.0.0' ? first : undefined),
    ...differs,
  })

test('what was just certified holds', () => {
  const found = verified({ results: order.results, repeat: order.repeat })
  expect(found.repeat.says).toEqual(['the run run-2 has 0 of 1 verdicts otherwise'])
  expect(found).toMatchObject({
    signature: { state: 'ok' },
    coverage: { state: 'ok' },
    repeat: { state: 'ok' },
    current: { state: 'ok' },
  })
  expect(verificationExit(found)).toBe(0)
})

const renewed: VendorRequirements = { ...asks(one), documents: { 'manual.txt': 'e'.repeat(64) } }
const grown = asks(one, { of: ['law/one'], may: ['holds'] })
const heavier = asks({ of: ['scenario/one'], should: ['passes'] })

test.each([
  ['a newer release that asks the same', set('1.1.0', asks(one)), 'ok'],
  [
    'one that writes the same otherwise',
    set('1.1.0', asks({ must: one.must ?? [], of: one.of })),
    'ok',
  ],
  ['another API that has moved on', set('1.1.0', asks(one), grown), 'ok'],
  ['another edition of a document', set('1.1.0', renewed), 'lapsed'],
  ['a check that is new', set('1.1.0', grown), 'lapsed'],
  ['a check of another level', set('1.1.0', heavier), 'lapsed'],
] as const)('%s', (_, current, state) => {
  const found = verified({ current })
  expect(found.current.state).toBe(state)
  expect(found.coverage.state).toBe('ok')
  expect(verificationExit(found)).toBe(state === 'ok' ? 0 : 2)
})

test('a requirement set that nobody knows here is neither proven nor a lie', () => {
  const found = verified({ setOf: () => undefined, current: set('0.9.0', asks(one)) })
  expect(found).toMatchObject({ coverage: { state: 'missing' }, current: { state: 'lapsed' } })
  expect(verificationExit(found)).toBe(2)
})

test.each([
  ['another hash', { ...first, sha256: 'f'.repeat(64) }, 'is not the one that was released'],
  ['other documents', { ...first, set: set('1.0.0', renewed).set }, 'the documents of invented'],
  ['more checks', { ...first, set: set('1.0.0', grown).set }, 'another number of checks'],
  ['no such vendor', { ...first, set: { ...first.set, vendors: {} } }, 'asks nothing of aws'],
] as const)('a certificate by a set that has %s in truth is inconsistent', (_, truth, says) => {
  const found = verified({ setOf: () => truth, current: truth })
  expect(found.coverage.state).toBe('invalid')
  expect(found.coverage.says.join()).toContain(says)
  expect(verificationExit(found)).toBe(1)
})

test('a vendor by a name that every object knows is one that nobody asks', () => {
  const { statement } = issueCertificate(order, privateKey)
  const text = JSON.stringify(statement).replace('"vendor":"aws"', '"vendor":"constructor"')
  const found = verified({ envelope: seal(text, privateKey) })
  expect(found.coverage).toEqual({
    state: 'invalid',
    says: ['the requirement set 1.0.0 asks nothing of constructor'],
  })
  expect(found.current.state).toBe('lapsed')
})

const failing = inventedResults({
  reports: [{ judged: judged('scenario/one/passes', { verdict: 'fail' }), exchanges: [] }],
})

test.each([
  ['are others', { content: failing, sha256: 'e'.repeat(64) }, 'not those that it is about'],
  ['say something else', { content: failing, sha256: 'c'.repeat(64) }, 'what they do not say'],
  [
    'are a part',
    {
      content: { ...content, run: { ...content.run, complete: false } },
      sha256: 'c'.repeat(64),
    },
    'nothing can be certified',
  ],
])('results that %s', (_, results, says) => {
  const found = verified({ results })
  expect(found.coverage.state).toBe('invalid')
  expect(found.coverage.says.join()).toContain(says)
})

test('without a second run, and with one that differs, nothing is repeated', () => {
  const without = verified({}, { ...order, repeat: undefined })
  expect(without.repeat).toEqual({ state: 'missing', says: ['no second run'] })
  expect(verificationExit(without)).toBe(2)
  const differs = { content: { ...failing, run: repeated.run }, sha256: 'd'.repeat(64) }
  const other = verified({}, { ...order, repeat: differs })
  expect(other.repeat.says).toEqual(['the run run-2 has 1 of 1 verdicts otherwise'])
  expect(verificationExit(other)).toBe(2)
})

test.each([
  ['are others', { content: repeated, sha256: 'e'.repeat(64) }, 'not those that it names'],
  ['are of the first run', { content, sha256: 'd'.repeat(64) }, 'it is the same run'],
  [
    'found something else',
    { content: { ...failing, run: repeated.run }, sha256: 'd'.repeat(64) },
    'what the results do not say',
  ],
  [
    'are a part',
    { content: { ...repeated, run: { ...repeated.run, complete: false } }, sha256: 'd'.repeat(64) },
    'was stopped',
  ],
])('results of a second run that %s', (_, repeat, says) => {
  const found = verified({ results: order.results, repeat })
  expect(found.repeat.state).toBe('invalid')
  expect(found.repeat.says.join()).toContain(says)
  expect(verificationExit(found)).toBe(1)
})

test('behind a signature that is not valid nothing is looked at', () => {
  const found = verified({ key: generateKeyPairSync('ed25519').publicKey })
  expect(found).toEqual({
    signature: { state: 'invalid', says: ['it names another key than the one given'] },
    coverage: { state: 'unseen', says: ['not looked at'] },
    repeat: { state: 'unseen', says: ['not looked at'] },
    current: { state: 'unseen', says: ['not looked at'] },
  })
  expect(verificationExit(found)).toBe(1)
})
