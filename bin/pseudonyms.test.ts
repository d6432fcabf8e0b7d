import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import type { Facade } from '../endpoint/facade.ts'
import type { ResultsFile } from '../reports/results/results-file.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Message } from '../specs/wire/wire.ts'
import { enter } from './testing/enter.ts'
import { seedOrganization } from './testing/given-organization.ts'

// The reports of somebody's organization go to others: no id and no address of it is in any of them. Everything that an
// endpoint said or was told is searched for in every byte of every output.

const folder = mkdtempSync(join(tmpdir(), 'orgproof-pseudonyms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How an id is spelt in what an endpoint says. */
const spelt: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => `${id}x`,
  (id) => encodeURIComponent(`urn:a:${id}/b`),
  (id) => JSON.stringify(JSON.stringify({ id })),
  (id) => Array.from(id, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
]

interface Asked {
  readonly code: number
  readonly results: ResultsFile
  /** every output, by its name */
  readonly outputs: ReadonlyMap<string, string>
  readonly ledger: string
  readonly ids: ReadonlySet<string>
}

const isRename = ({ method, headers }: Message): boolean =>
  method === 'PATCH' || /UpdateO/u.test(headers['x-amz-target'] ?? headers['x-tc-action'] ?? '')

/** A refusal in the words of every vendor. */
const refusalOf = (message: string): string =>
  JSON.stringify({
    __type: 'Odd',
    Message: message,
    error_code: 'Odd',
    error_msg: message,
    Response: { Error: { Code: 'Odd', Message: message }, RequestId: 'r' },
  })

const boss = 'boss.of-all@corp.example.net'

async function ask(id: 'aws' | 'huawei' | 'tencent', words: readonly string[]): Promise<Asked> {
  const vendor = await loadVendor(id)
  const ids = new Set<string>([boss])
  const hear = (text: string): void => {
    for (const [found] of text.matchAll(/o-[a-z0-9]{10,32}|[\w.+-]+@[\w.-]+\.\w+/gu)) ids.add(found)
    for (const [, found = ''] of text.matchAll(/"OrgId":"?(\d{5,})/gu)) ids.add(found)
  }
  let count = 0
  let management = ''
  const behave =
    (answer: Facade['answer']): Facade['answer'] =>
    async (asked) => {
      const answered = await answer(asked)
      hear(`${asked.body} ${answered.body}`)
      // of renaming it understands nothing, and says everything it knows
      if (management === '' || !isRename(asked)) return answered
      count += 1
      const spell = spelt[count % spelt.length] ?? String
      const message = [...ids, management].map(spell).join(' ')
      return { ...answered, status: id === 'tencent' ? 200 : 400, body: refusalOf(message) }
    }
  const organization = await seedOrganization(vendor, { behave })
  const { accounts, url } = organization
  management = accounts.management.account
  for (const one of [accounts.management, accounts.member, accounts.invitee, accounts.outsider]) {
    if (one !== undefined) ids.add(one.account)
  }
  const out = join(folder, `${id}${words.length}`)
  const target = join(folder, `${id}.json`)
  const { limits = {} } = vendor.referenceEndpoint
  const given = { ...accounts, management: { ...accounts.management, email: boss } }
  const absent = { tags: `not where ${management} is` }
  writeFileSync(
    target,
    JSON.stringify({
      name: `of-${management}`,
      vendor: id,
      endpoint: url.origin,
      consistency: 'immediate',
      accounts: given,
      absent,
      limits,
    }),
  )
  const only = ['contract/*/UpdateO*', 'contract/*/RenameO*', 'scenario/unit-rename/*']
  const globs = only.flatMap((glob) => ['--only', glob])
  const all = [
    'run',
    '--target',
    target,
    '--out',
    out,
    ...globs,
    '--evidence',
    '--allure',
    '--verbose',
  ]
  const { code, stdout, stderr } = await enter([...all, ...words])
  await organization.close()
  const names = readdirSync(out, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const shown = files.filter((path) => !path.endsWith('/ledger.ndjson'))
  return {
    code,
    results: JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as ResultsFile,
    outputs: new Map([
      ...shown.map((path) => [path, textIn(path)] as const),
      ['terminal', stdout + stderr],
    ]),
    ledger: readFileSync(join(out, 'ledger.ndjson'), 'utf8'),
    ids,
  }
}

const textIn = (path: string): string =>
  path.endsWith('.gz')
    ? execFileSync('gzip', ['-dc', path], { maxBuffer: 256 * 1024 ** 2 }).toString()
    : readFileSync(path, 'utf8')

const foundIn = ({ ids, outputs }: Asked): readonly string[] =>
  [...outputs].flatMap(([name, text]) =>
    [...ids].filter((id) => text.includes(id)).map((id) => `${id} in ${name}`),
  )

describe.each(['aws', 'huawei', 'tencent'] as const)('%s', (id) => {
  test('no id and no address of the organization is in any output but the ledger', async () => {
    const run = await ask(id, ['--pseudonymise'])
    expect(run.ids.size).toBeGreaterThan(5)
    expect(run.outputs.size).toBeGreaterThan(10)
    expect(run.results.exchanges.length).toBeGreaterThan(5)
    expect(run.results.run.pseudonymised).toBe(true)
    expect(foundIn(run)).toEqual([])
    // whoever sweeps needs the true ones
    expect([...run.ids].some((one) => run.ledger.includes(one))).toBe(true)
    expect(run.ledger).toContain('"management"')
  })
})

test('without the flag they are there: the search finds what there is', async () => {
  const run = await ask('huawei', [])
  expect(foundIn(run).length).toBeGreaterThan(10)
  expect(run.results.run.pseudonymised).toBeUndefined()
})
