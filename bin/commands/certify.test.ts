import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'

import type { Envelope } from '../../harness/certificate/envelope.ts'
import type { Statement } from '../../reports/certificate/certificate.ts'
import type { Results } from '../../reports/results/results.ts'
import schema from '../../specs/schemas/certificate.schema.json' with { type: 'json' }
import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import {
  certifiedOn,
  enterCertify,
  enterVerify,
  writeKey,
  writeResults,
} from '../testing/certificates.ts'
import { embeddedResults, embeddedRun } from '../testing/embedded-results.ts'

const folder = mkdtempSync(join(tmpdir(), 'orgproof-certify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const key = writeKey(folder, 'key')
const signed = ['--key', key.privatePath]
const asked = ['--key', key.publicPath]
const validate = new Ajv2020({ strict: false }).compile(schema)

let files = 0
const fresh = (): string => join(folder, `file-${(files += 1)}.json`)
const write = (results: Results): string => {
  const path = fresh()
  return writeResults('/', path, results)
}
const statementIn = (path: string): Statement => {
  const { payload } = JSON.parse(readFileSync(path, 'utf8')) as Envelope
  return JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as Statement
}

const small = write(await embeddedResults(['codearts']))
const again = write(await embeddedResults(['codearts'], { id: 'run-2' }))
const ids = (await embeddedResults(['codearts'])).checks
const must = ids.find(({ level, verdict }) => level === 'must' && verdict === 'pass')?.id ?? ''

test.each(knownVendors)(
  'what the embedded endpoint of %s comes to, there and back',
  async (vendor) => {
    const [results, repeat] = [
      write(await embeddedResults([vendor])),
      write(await embeddedResults([vendor], { id: 'run-2' })),
    ]
    const out = fresh()
    const certified = await enterCertify([results, ...signed, '--out', out, '--repeat', repeat])
    expect(certified.error).toBe('')
    expect(certified.out).toMatch(/^certified as conformant, by the requirement set/u)
    const { code, out: said } = await enterVerify([out, ...asked, '--results', results])
    expect(said).toMatch(/^conformant: reference-/u)
    expect([...said.matchAll(/^(\w+) +ok /gmu)].map(([, name]) => name)).toEqual([
      'signature',
      'coverage',
      'repeat',
      'current',
    ])
    expect(code).toBe(0)
    const statement = statementIn(out)
    expect(validate(statement), JSON.stringify(validate.errors)).toBe(true)
    const [target] = statement.predicate.orgproof.targets
    // what takes a clock that can be set forward is in no set: it passes, and is scored nowhere
    const besides = Object.values(target?.notScored ?? {}).flatMap((levels) =>
      Object.values(levels),
    )
    const open = besides.filter(
      ({ fail, warn, error, inconclusive, untestable }) =>
        fail + warn + error + inconclusive + untestable > 0,
    )
    expect(open).toEqual([])
    expect(target?.missing).toEqual({ must: 0, should: 0, may: 0 })
    expect(statement.subject[0]?.digest.sha256).toBe(
      createHash('sha256').update(readFileSync(results)).digest('hex'),
    )
  },
)

test('several vendors of one run share a certificate, and machines can read what came of it', async () => {
  const results = write(await embeddedResults(['codearts', 'tencent']))
  const out = fresh()
  await enterCertify([results, ...signed, '--out', out])
  const { code, out: said } = await enterVerify([out, ...asked, '--json'])
  expect(JSON.parse(said)).toMatchObject({
    exitCode: 2,
    verdict: 'conformant',
    targets: [{ vendor: 'codearts' }, { vendor: 'tencent' }],
    signature: { state: 'ok' },
    coverage: { state: 'ok' },
    repeat: { state: 'missing', says: ['no second run'] },
    current: { state: 'ok' },
  })
  expect(code).toBe(2)
})

test('the human forms stand beside it, and nothing holds the private key', async () => {
  const out = join(folder, 'told.json')
  const { out: said } = await enterCertify([small, ...signed, '--out', out])
  const names = readdirSync(folder).filter((name) => name.startsWith('told.json'))
  expect(names.toSorted()).toEqual([
    'told.json',
    'told.json.badge.svg',
    'told.json.html',
    'told.json.md',
  ])
  const seed = key.privateKey.export({ format: 'jwk' }).d ?? ''
  const secrets = (['base64', 'base64url', 'hex'] as const).map((encoding) =>
    Buffer.from(seed, 'base64url').toString(encoding).replaceAll('=', ''),
  )
  const texts = [said, ...names.map((name) => readFileSync(join(folder, name), 'utf8'))]
  for (const text of texts) {
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toContain('PRIVATE KEY')
  }
})

test.each([
  ['nonconformant', { verdict: 'fail', reason: 'wrong' }],
  ['incomplete', { verdict: 'untestable', code: 'NO_PRINCIPAL', reason: 'nobody' }],
] as const)('what is %s may be certified, and says so first', async (verdict, differs) => {
  const results = write(await embeddedResults(['codearts'], { otherwise: { [must]: differs } }))
  const out = fresh()
  const certified = await enterCertify([results, ...signed, '--out', out])
  expect(certified.out).toMatch(new RegExp(`^certified as ${verdict},`, 'u'))
  const { out: said } = await enterVerify([out, ...asked, '--results', results])
  expect(said).toMatch(new RegExp(`^${verdict}: reference-codearts`, 'u'))
  expect(said).toMatch(/^coverage +ok /mu)
  expect(readFileSync(`${out}.md`, 'utf8')).toMatch(new RegExp(`^# ${verdict}\n`, 'u'))
  expect(statementIn(out).predicate.result).toBe('FAILED')
})

test('a second run that differs is certified, and verified as none', async () => {
  const other = await embeddedResults(['codearts'], {
    id: 'run-2',
    otherwise: { [must]: { verdict: 'inconclusive', reason: 'late' } },
  })
  const out = fresh()
  const certified = await enterCertify([small, ...signed, '--out', out, '--repeat', write(other)])
  expect(certified.out).toContain(`the second run has 1 of ${ids.length} verdicts otherwise`)
  const { code, out: said } = await enterVerify([out, ...asked])
  expect(said).toMatch(/^repeat +missing +the run run-2 has 1 of /mu)
  expect(code).toBe(2)
})

test('evidence is bound by its hash', async () => {
  const [evidence, other, out] = [fresh(), fresh(), fresh()]
  writeFileSync(evidence, Buffer.from([0x1f, 0x8b, 0xff, 0x00]))
  writeFileSync(other, Buffer.from([0x1f, 0x8b, 0xff, 0x01]))
  const words = ['--out', out, '--repeat', again, '--evidence', evidence]
  expect((await enterCertify([small, ...signed, ...words])).code).toBe(0)
  const given = [out, ...asked, '--results', small, '--evidence']
  expect((await enterVerify([...given, evidence])).code).toBe(0)
  expect((await enterVerify([...given, other])).code).toBe(1)
  expect((await enterVerify([out, ...asked])).out).toContain('not held against the evidence')
})

test('the passphrase of a key comes from the environment', async () => {
  const path = join(folder, 'locked.pem')
  writeFileSync(
    path,
    key.privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'open sesame',
    }),
  )
  const words = [small, '--key', path, '--out', fresh()]
  const refused = await enterCertify(words)
  expect(refused.code).toBe(64)
  expect(refused.error).toContain('its passphrase is read from ORGPROOF_KEY_PASSPHRASE')
  const env = { ORGPROOF_KEY_PASSPHRASE: 'open sesame' }
  expect(await enterCertify(words, { env })).toMatchObject({ code: 0, error: '' })
  expect(readFileSync(words[4] ?? '', 'utf8')).not.toContain('open sesame')
})

const whole = await embeddedResults(['codearts'])
const { run } = whole
const of = (differs: Partial<Results['run']>): Results => ({
  ...whole,
  run: { ...run, ...differs },
})
const selected = (selection: Partial<Results['run']['selection']>): Results =>
  of({ selection: { only: [], axes: [], ...selection } })
const stopped: Results = {
  ...of({ complete: false, planned: run.planned + 1 }),
  targets: whole.targets.map((target) => ({ ...target, verdict: 'incomplete' })),
}

describe('nothing is certified of', () => {
  test.each([
    ['a part by name', selected({ only: ['*'] }), 'asked only some checks (--only)'],
    ['a part by axis', selected({ axes: ['shape'] }), 'asked only on some axes (--axis)'],
    ['a shard', selected({ shard: { part: 2, of: 3 } }), 'shard 2 of 3, not of the whole run'],
    ['a stopped run', stopped, 'was stopped, or did not judge all that it planned'],
    ['a run of tomorrow', of({ finishedAt: '2026-03-11T00:00:00.000Z' }), 'is yet to come'],
    [
      'a run that ends before it begins',
      of({ finishedAt: '2026-02-01T00:00:00.000Z' }),
      'ended before',
    ],
    ['a run without a date', of({ startedAt: 'once upon a Z' }), 'does not say in ISO 8601'],
    [
      'another version',
      { ...whole, suite: { name: 'orgproof', version: '0.0.9' } },
      'of a release that has no requirement set here',
    ],
  ] as const)('%s', async (_, results, says) => {
    const out = fresh()
    const { code, error } = await enterCertify([write(results), ...signed, '--out', out])
    expect(code).toBe(64)
    expect(error).toContain(says)
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(out))).toEqual([])
  })

  test('an old run: days count from its end', async () => {
    const words = [small, ...signed, '--out', fresh(), '--days']
    expect((await enterCertify([...words, '9'])).code).toBe(64)
    expect((await enterCertify([...words, '10'])).code).toBe(0)
    expect(statementIn(words[4] ?? '').predicate.orgproof.expiresAt).toBe(
      '2026-03-11T10:01:00.000Z',
    )
  })
})

test.each([
  ['the same run', await embeddedResults(['codearts']), 'it is the same run'],
  ['another target', await embeddedResults(['tencent'], { id: 'run-2' }), 'did not ask the target'],
  [
    'another endpoint',
    {
      ...whole,
      run: { ...run, id: 'run-2' },
      targets: whole.targets.map((target) => ({ ...target, endpoint: 'https://other.example/' })),
    },
    'did not ask the target reference-codearts at the same endpoint',
  ],
  [
    'a part',
    { ...selected({ only: ['*'] }), run: { ...selected({ only: ['*'] }).run, id: '2' } },
    'only some checks',
  ],
])('%s is no second run', async (_, results, says) => {
  const words = [small, ...signed, '--out', fresh(), '--repeat', write(results)]
  const { code, error } = await enterCertify(words)
  expect(code).toBe(64)
  expect(error).toContain(says)
})

test('a second run on loopback may have another port', async () => {
  const other: Results = {
    ...whole,
    run: { ...run, id: 'run-2' },
    targets: whole.targets.map((target) => ({ ...target, endpoint: 'http://127.0.0.1:9' })),
  }
  const words = [small, ...signed, '--out', fresh(), '--repeat', write(other)]
  expect(await enterCertify(words)).toMatchObject({ code: 0, error: '' })
})

test('all that is wrong is told at once', async () => {
  const rsa = join(folder, 'rsa.pem')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(rsa, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const words = ['--key', rsa, '--days', 'many', '--requirements', '9.9.9', '--out', small]
  const more = ['--repeat', small, '--evidence', folder]
  const { code, error } = await enterCertify([small, ...words, ...more])
  expect(code).toBe(64)
  expect([...error.matchAll(/\[([A-Z_]+)\]$/gmu)].map(([, name]) => name)).toEqual([
    'KEY_UNUSABLE',
    'FILE_UNREADABLE',
    'NOT_A_NUMBER',
    'REQUIREMENTS_UNKNOWN',
    'REPEAT_UNUSABLE',
    'OUTPUT_UNWRITABLE',
  ])
})

test('neither key nor results are written over, whatever they are called', async () => {
  const link = join(folder, 'link.json')
  symlinkSync(key.privatePath, link)
  const before = readFileSync(key.privatePath, 'utf8')
  const { code, error } = await enterCertify([small, ...signed, '--out', link])
  expect(code).toBe(64)
  expect(error).toContain('would be written over')
  expect(readFileSync(key.privatePath, 'utf8')).toBe(before)
})

describe('a certificate', () => {
  const lasting = fresh()
  const days = 86_400_000
  const certified = enterCertify([small, ...signed, '--out', lasting, '--repeat', again])
  const expiry = Date.parse(embeddedRun.finishedAt) + 90 * days

  test.each([
    ['holds when it is issued', certifiedOn, 0, 'ok'],
    ['holds to its last moment', expiry - 1, 0, 'ok'],
    ['lapses then', expiry, 2, 'lapsed'],
    ['does not hold before it is issued', certifiedOn - 1, 2, 'lapsed'],
  ])('%s', async (_, ...[now, exit, state]) => {
    await certified
    const { code, out } = await enterVerify([lasting, ...asked, '--results', small], { now })
    expect(code).toBe(exit)
    expect(out).toMatch(new RegExp(`^current +${state} `, 'mu'))
    expect(out).toMatch(/^signature +ok /mu)
  })
})
