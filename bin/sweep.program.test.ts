import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { parseLedger, isOpenLedger } from '../harness/ledger/parse-ledger.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { isOpen, type Write } from '../suites/actors/ledger.ts'
import { rootOf } from '../suites/actors/workspace.ts'
import { given } from '../suites/verdict/outcome.ts'
import { readLedger } from './files/read-ledger.ts'
import { seedOrganization } from './testing/given-organization.ts'
import { only, type Writable } from './testing/stop-cases.ts'
import { spawnStruck, strikeRunIn } from './testing/stop-trial.ts'
import { killRun, sweepOf, whileStanding, type KilledRun } from './testing/sweep-trial.ts'
import { mark, unitMeant, writeLedger } from './testing/written-ledger.ts'

/** Runs that are killed, and sweeps that finish what they could not; sweeps that are stopped and killed themselves. */

// twenty each: bin/sweep.campaign.test.ts
const kills: readonly (readonly [Writable, number])[] = [
  ['aws', 41],
  ['huawei', 29],
  ['tencent', 59],
]

const textIn = (path: string): string => readFileSync(path, 'utf8')

async function expectSwept(killed: KilledRun): Promise<void> {
  const ledger = await readLedger(killed.ledger)
  expect('content' in ledger && isOpenLedger(ledger.content)).toBe(true)
  expect(statSync(killed.ledger).mode & 0o777).toBe(0o600)
  const swept = await killed.enter(sweepOf(killed))
  expect([swept.end, swept.stderr], swept.stdout).toEqual([0, ''])
  expect(swept.after).toEqual(killed.before)
  const told = textIn(killed.ledger)
  const again = await killed.enter(sweepOf(killed))
  expect([again.end, again.requests, textIn(killed.ledger)]).toEqual([0, 0, told])
  expect(again.after).toEqual(killed.before)
}

describe('a run that is killed', () => {
  test.each(kills)('%s, the %ith time that something stands', async (id, nth) => {
    const killed = await killRun(id, (ledger) => whileStanding(ledger, nth))
    expect(killed.run.end).toBe('SIGKILL')
    await expectSwept(killed)
    await killed.close()
  })

  test('keeps another out of its folder until its ledger is swept; then that is kept', async () => {
    const killed = await killRun('tencent', (ledger) => whileStanding(ledger, 17))
    const { folder, ledger } = killed
    const target = ['--target', join(folder, 'target.json')]
    const another = [
      'run',
      ...target,
      '--out',
      join(folder, 'out'),
      '--only',
      'scenario/unit-rename/*',
    ]
    const told = textIn(ledger)
    const refused = await killed.enter(another)
    expect([refused.end, refused.requests > 1, textIn(ledger)]).toEqual([4, false, told])
    expect(refused.stderr).toContain(`orgproof sweep ${ledger}`)
    const shown = await killed.enter(['ledger', 'show', ledger])
    expect([shown.end, shown.stdout]).toEqual([
      0,
      expect.stringMatching(/ open  lasting\n[^]*\nopen\n {2}\w+ by /u),
    ])
    await expectSwept(killed)
    const swept = parseLedger(textIn(ledger))
    const allowed = await killed.enter(another)
    expect(allowed.stderr).not.toContain('[')
    expect(existsSync(join(folder, 'out', `ledger-${swept?.header.run}.ndjson`))).toBe(true)
    expect(parseLedger(textIn(ledger))?.header.run).not.toBe(swept?.header.run)
    expect(allowed.after).toEqual(killed.before)
    await killed.close()
  })
})

test('every write is on disk before it is sent', async () => {
  const vendor = await loadVendor('aws')
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-flushed-'))
  const ledger = join(folder, 'out', 'ledger.ndjson')
  const recorded = /\.(Create|Attach|Invite|Accept|Register|Enable|Move|Put)/u
  let [writes, unknown]: [number, string[]] = [0, []]
  const organization = await seedOrganization(vendor, {
    behave: (answer) => (message) => {
      const operation = message.headers['x-amz-target'] ?? ''
      if (existsSync(ledger) && recorded.test(operation)) {
        writes += 1
        // a move is taken back by a move, and is open until then
        const isMeant = /\.Move/u.test(operation)
          ? isOpen
          : (write: Write): boolean => write.state === 'unknown'
        const meant = [...(parseLedger(textIn(ledger))?.writes.values() ?? [])].filter(isMeant)
        if (!meant.some((write) => operation.endsWith(`.${write.operation}`)))
          unknown.push(operation)
      }
      return answer(message)
    },
  })
  const run = await strikeRunIn(folder, {
    vendor,
    organization,
    only: ['scenario/unit-*', 'scenario/invite-accept-leave/*', 'scenario/move-account/*'],
    signals: [],
    strike: { request: 1 },
  })
  expect([run.end, run.results?.run.complete]).toEqual([expect.any(Number), true])
  expect(unknown).toEqual([])
  expect(writes).toBeGreaterThan(20)
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

test('of two runs at once in one folder the second is refused', async () => {
  const vendor = await loadVendor('aws')
  const organization = await seedOrganization(vendor)
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-twice-'))
  let second: ReturnType<typeof spawnStruck> | undefined
  const words = ['run', '--target', join(folder, 'target.json'), '--out', join(folder, 'out')]
  const quiet = { organization: { listen: () => {} }, signals: [], strike: { request: 1 } }
  const first = strikeRunIn(folder, {
    vendor,
    organization,
    only,
    // it stands still until the other has ended
    signals: ['SIGSTOP'],
    strike: {
      when: (request) => {
        if (request !== 60) return false
        second = spawnStruck(words, quiet)
        return true
      },
    },
  })
  const lock = join(folder, 'out', 'ledger.ndjson.lock')
  const other = await new Promise<Awaited<NonNullable<typeof second>>>((resolve) => {
    const poll = setInterval(() => {
      if (second === undefined) return
      clearInterval(poll)
      void second.then(resolve)
    }, 20)
  })
  const { pid } = JSON.parse(textIn(lock)) as { readonly pid: number }
  process.kill(pid, 'SIGKILL')
  expect((await first).end).toBe('SIGKILL')
  expect([other.end, other.stderr]).toEqual([4, expect.stringContaining(`the process ${pid}`)])
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a sweep', () => {
  test.each([
    ['SIGKILL', 'SIGKILL', 9],
    ['SIGINT', 130, 9],
    ['SIGTERM', 130, 13],
  ] as const)(
    'that %s strikes ends with %s, and the next finishes it',
    async (signal, end, request) => {
      const vendor = await loadVendor('aws')
      const organization = await seedOrganization(vendor)
      const before = await organization.portrait()
      const folder = mkdtempSync(join(tmpdir(), 'orgproof-swept-'))
      const { owner, url, accounts } = organization
      const parent = await rootOf(owner)
      const account = owner.id
      const names = Array.from({ length: 8 }, (_, at) => `unit${mark}${at}`)
      const entries = []
      for (const [at, name] of names.entries()) {
        const { id } = given(await owner.createUnit({ parent, name }))
        entries.push(unitMeant(at + 1, { account, parent, name }), {
          step: 'done',
          number: at + 1,
          id,
        } as const)
      }
      const ledger = writeLedger({ folder, vendor, organization }, entries)
      const target = { name: 'given', vendor: 'aws', endpoint: url.origin, accounts }
      writeFileSync(join(folder, 'target.json'), JSON.stringify(target))
      const words = sweepOf({ ledger, folder })
      const struck = await spawnStruck(words, {
        organization,
        signals: [signal],
        strike: { request },
      })
      expect([struck.struck, struck.end]).toEqual([true, end])
      const told = parseLedger(textIn(ledger))
      const undone = [...(told?.writes.values() ?? [])].filter((write) => write.proven).length
      expect([undone > 0, undone < names.length]).toEqual([true, true])
      const next = await spawnStruck(words, { organization, signals: [], strike: { request: 0 } })
      expect([next.end, next.stderr]).toEqual([0, ''])
      organization.listen(() => {})
      expect(await organization.portrait()).toEqual(before)
      await organization.close()
      rmSync(folder, { recursive: true, force: true })
    },
  )
})
