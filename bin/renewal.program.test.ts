import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { seedOrganization } from './testing/given-organization.ts'
import { program } from './testing/program.ts'
import { temporaryKeys } from './testing/temporary-keys.ts'

/** The program reads a profile again when what it gave has expired: here a process gives others each time. */

test('a profile is read as often as it takes, and nothing of it is printed or written', async () => {
  const vendor = await loadVendor('aws')
  const keys = temporaryKeys(vendor, { uses: 15, code: 'ExpiredTokenException' })
  const organization = await seedOrganization(vendor, keys.otherwise)
  const home = mkdtempSync(join(tmpdir(), 'orgproof-renewal-'))
  const { account } = organization.accounts.management
  try {
    const issued = Array.from({ length: 100 }, (_, index) => keys.issue(account, index + 1))
    const [list, count, script] = ['keys.json', 'count', 'process.cjs'].map((name) =>
      join(home, name),
    )
    writeFileSync(list ?? '', JSON.stringify(issued))
    writeFileSync(count ?? '', '0')
    writeFileSync(
      script ?? '',
      `const { readFileSync, writeFileSync } = require('node:fs')
       const number = Number(readFileSync(${JSON.stringify(count)}, 'utf8'))
       writeFileSync(${JSON.stringify(count)}, String(number + 1))
       const { accessKey, secret, token } = JSON.parse(readFileSync(${JSON.stringify(list)}, 'utf8'))[number]
       console.log(JSON.stringify({ Version: 1, AccessKeyId: accessKey, SecretAccessKey: secret, SessionToken: token }))`,
    )
    mkdirSync(join(home, '.aws'))
    writeFileSync(
      join(home, '.aws', 'config'),
      `[profile prod]\ncredential_process = "${process.execPath}" "${script}"\n`,
    )
    const target = join(home, 'target.json')
    const management = { account, credentials: { profile: 'prod' } }
    writeFileSync(
      target,
      JSON.stringify({
        name: 'given',
        vendor: 'aws',
        endpoint: organization.url.origin,
        consistency: 'immediate',
        accounts: { mode: 'fixed', management },
      }),
    )
    const out = join(home, 'out')
    // a pattern: asked in a thread of its own
    const words = [program, 'run', '--target', target, '--out', out, '--only', 'scenario/unit-n*']
    const printed = await new Promise<string>((resolve) => {
      const env = { ...process.env, HOME: home }
      execFile(process.execPath, words, { env }, (_, stdout, stderr) => resolve(stdout + stderr))
    })
    expect(Number(readFileSync(count ?? '', 'utf8'))).toBeGreaterThan(2)
    expect(keys.refused()).toBe(Number(readFileSync(count ?? '', 'utf8')) - 1)
    const { checks } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as {
      readonly checks: readonly { readonly verdict: string }[]
    }
    const verdicts = new Set(checks.map(({ verdict }) => verdict))
    expect(verdicts.has('pass')).toBe(true)
    expect(['fail', 'error', 'inconclusive'].filter((one) => verdicts.has(one))).toEqual([])
    const told = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))
    const everything = [printed, ...told].join('\n')
    expect(keys.issued().filter((secret) => everything.includes(secret.slice(10, 30)))).toEqual([])
  } finally {
    await organization.close()
    rmSync(home, { recursive: true, force: true })
  }
})
