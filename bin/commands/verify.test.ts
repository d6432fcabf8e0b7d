import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { seal, type Envelope } from '../../harness/certificate/envelope.ts'
import type { Statement } from '../../reports/certificate/certificate.ts'
import type { Results } from '../../reports/results/results.ts'
import { randomFrom } from '../bad-input/random.ts'
import {
  enterCertify,
  enterVerify,
  writeKey,
  writeResults,
  type Entered,
} from '../testing/certificates.ts'
import { embeddedResults } from '../testing/embedded-results.ts'
import { forgeriesOf, kindsOfForgery } from '../testing/forgeries/all.ts'

// Five hundred certificates that are not what they say; the one they were made of is.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [key, stranger] = [writeKey(folder, 'key'), writeKey(folder, 'stranger')]
const path = (name: string): string => join(folder, name)

/** Results of a run by a plan, whose credentials were proven. */
const byPlan = (plain: Results): Results => ({
  ...plain,
  run: { ...plain.run, plan: 'a1'.repeat(32) },
  targets: plain.targets.map((target) => ({
    ...target,
    identity: { principals: { management: '111111111111' }, organization: 'o-certified1' },
  })),
})

const results = writeResults(folder, 'results.json', byPlan(await embeddedResults(['codearts'])))
const repeat = writeResults(
  folder,
  'repeat.json',
  await embeddedResults(['codearts'], { id: 'run-2' }),
)
const certificate = path('certificate.json')
const signed = ['--key', key.privatePath, '--out', certificate]
const issued = await enterCertify([results, ...signed, '--repeat', repeat])

const verify = (
  file: string,
  { publicPath = key.publicPath, about = results } = {},
): Promise<Entered> =>
  enterVerify([file, '--key', publicPath, '--results', about, '--repeat', repeat])

const random = randomFrom(13)
const envelope = JSON.parse(readFileSync(certificate, 'utf8')) as Envelope
const { privateKey, publicKey } = key
const forgeries = forgeriesOf({ envelope, privateKey, publicKey, random }, 470)

/** What is wrong with how something forged was answered; nothing where it is refused as it should be. */
const flawsIn = (name: string, { code, out, error }: Entered): readonly string[] => {
  const wrong: readonly (readonly [boolean, string])[] = [
    [code !== 1 && code !== 64, `ends with ${code}`],
    [
      code === 1 && !/^(?:signature|coverage|repeat) +invalid /mu.test(out),
      'says not what is invalid',
    ],
    [code === 1 && !out.startsWith('not valid: '), 'tells what is certified'],
    [code === 64 && (error === '' || out !== ''), 'says not what can not be used'],
    [/^\s+at .*:\d+/mu.test(`${out}${error}`), 'shows a stack'],
  ]
  return wrong.flatMap(([holds, says]) => (holds ? [`${name} ${says}`] : []))
}

test('the genuine one verifies', async () => {
  expect(issued).toMatchObject({ code: 0, error: '' })
  expect(await verify(certificate)).toMatchObject({ code: 0, error: '' })
})

test('it holds the plan, and whose the credentials were', () => {
  const { payload } = envelope
  const text = Buffer.from(payload, 'base64').toString('utf8')
  const { orgproof } = (JSON.parse(text) as Statement).predicate
  expect(orgproof.run.plan).toBe('a1'.repeat(32))
  expect(orgproof.targets[0]?.identity).toEqual({
    principals: { management: '111111111111' },
    organization: 'o-certified1',
  })
  expect(readFileSync(`${certificate}.md`, 'utf8')).toContain('management 111111111111')
})

test('of 470 that are forged or altered none verifies', async () => {
  expect(forgeries).toHaveLength(470)
  expect(new Set(forgeries.map(({ name }) => name))).toEqual(new Set(kindsOfForgery))
  const found: string[] = []
  for (const { name, text } of forgeries) {
    writeFileSync(path('forged.json'), text)
    found.push(...flawsIn(name, await verify(path('forged.json'))))
  }
  expect(found).toEqual([])
})

test('nor does the genuine one with any of 29 results that were altered, or by another key', async () => {
  const bytes = readFileSync(results)
  const found: string[] = []
  for (let count = 0; count < 29; count += 1) {
    const other = Buffer.from(bytes)
    const at = Math.floor(random() * other.length)
    other[at] = (other[at] ?? 0) === 0x61 ? 0x62 : 0x61
    writeFileSync(path('altered.json'), other)
    const entered = await verify(certificate, { about: path('altered.json') })
    found.push(...flawsIn(`results altered at ${at}`, entered))
  }
  const swapped = await verify(certificate, { publicPath: stranger.publicPath })
  expect([...found, ...flawsIn('another key', swapped)]).toEqual([])
})

test('what the owner signed and contradicts itself is refused without the results, too', async () => {
  const texts = forgeries.filter(({ name }) => name === 'by its owner: another statement')
  expect(texts.length).toBeGreaterThan(10)
  for (const { name, text } of texts) {
    writeFileSync(path('owned.json'), text)
    const entered = await enterVerify([path('owned.json'), '--key', key.publicPath])
    expect(flawsIn(name, entered)).toEqual([])
  }
})

test('results that were certified, and that nobody can read, are no forgery', async () => {
  const [garbage, owned] = [path('garbage.json'), path('garbage-certificate.json')]
  writeFileSync(garbage, '{"schema": "something/else"}')
  const statement = JSON.parse(
    Buffer.from(envelope.payload, 'base64')
      .toString('utf8')
      .replaceAll(
        createHash('sha256').update(readFileSync(results)).digest('hex'),
        createHash('sha256').update(readFileSync(garbage)).digest('hex'),
      ),
  ) as object
  writeFileSync(owned, JSON.stringify(seal(JSON.stringify(statement), privateKey)))
  const { code, error } = await verify(owned, { about: garbage })
  expect(code).toBe(64)
  expect(error).toContain('[FILE_SHAPE]')
})
