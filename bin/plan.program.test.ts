import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import {
  anybodyAt,
  seedOrganization,
  type SeededOrganization,
} from './testing/given-organization.ts'
import { program } from './testing/program.ts'

/** The program as it is published makes a plan, and runs by it: it finds all that the hash is made of. */

let organization: SeededOrganization
let folder = ''

beforeAll(async () => {
  const vendor = await loadVendor('aws')
  organization = await seedOrganization(vendor)
  folder = mkdtempSync(join(tmpdir(), 'orgproof-planned-'))
  const { accounts } = organization
  const target = { ...anybodyAt(vendor, organization.url), accounts }
  writeFileSync(join(folder, 'target.json'), JSON.stringify(target))
})
afterAll(async () => {
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const enter = (...words: readonly string[]): Promise<Ended> =>
  new Promise((ended) => {
    execFile(process.execPath, [program, ...words], (error, stdout, stderr) =>
      ended({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })

test('what was planned is run, by the hash in the last line', async () => {
  const what = ['--target', join(folder, 'target.json'), '--only', 'scenario/unit-rename/*']
  const planned = await enter('plan', ...what)
  expect(planned).toMatchObject({ code: 0 })
  const hash = /^plan ([0-9a-f]{64})\n$/mu.exec(planned.stdout)?.[1] ?? ''
  const out = join(folder, 'out')
  expect(await enter('run', ...what, '--plan', hash, '--out', out)).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'))).toMatchObject({
    run: { plan: hash },
  })
}, 60_000)
