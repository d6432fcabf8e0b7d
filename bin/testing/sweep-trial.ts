import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { parseLedger } from '../../harness/ledger/parse-ledger.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { isOpen } from '../../suites/actors/ledger.ts'
import { seedOrganization, type SeededOrganization } from './given-organization.ts'
import { only, type Writable } from './stop-cases.ts'
import { spawnStruck, strikeRunIn, type Strike, type StruckRun } from './stop-trial.ts'

/** For tests: a run in a given organization that was killed, and what it left on disk. */
export interface KilledRun {
  readonly organization: Organization
  readonly folder: string
  readonly ledger: string
  /** what the organization showed of itself before the run */
  readonly before: object
  /** whether something of the run stands */
  readonly stands: boolean
  readonly run: StruckRun
  /** starts the program with these words; a signal may strike it */
  readonly enter: (
    words: readonly string[],
    struck?: { readonly signal: NodeJS.Signals; readonly strike: Strike },
  ) => Promise<Entered>
  readonly close: () => Promise<void>
}

/** For tests: what the program came to. */
export interface Entered extends Pick<StruckRun, 'end' | 'stdout' | 'stderr' | 'requests'> {
  /** what the organization shows of itself after it */
  readonly after: object
}

/**
 * For tests: strikes at so manieth of the requests before which something of the run stands, as its ledger has it: what
 * was done, and is not taken back.
 */
export function whileStanding(ledger: string, nth: number): Strike {
  let count = 0
  return {
    when: () => {
      const read = existsSync(ledger) ? parseLedger(readFileSync(ledger, 'utf8')) : undefined
      const writes = [...(read?.writes.values() ?? [])]
      if (writes.some((write) => isOpen(write) && write.state === 'done')) count += 1
      return count === nth
    },
  }
}

type Organization = Omit<SeededOrganization, 'owner'>

const never: Strike = { request: Number.POSITIVE_INFINITY }

/** For tests: seeds an organization, runs the suite in it, and kills it at a request. An embedded one that answers at once unless said. */
export async function killRun(
  id: Writable,
  strikeIn: (ledger: string) => Strike,
  seed: (vendor: Vendor) => Promise<Organization> = seedOrganization,
): Promise<KilledRun> {
  const vendor = await loadVendor(id)
  const organization = await seed(vendor)
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-killed-'))
  const before = await organization.portrait()
  const ledger = join(folder, 'out', 'ledger.ndjson')
  const strike = strikeIn(ledger)
  const run = await strikeRunIn(folder, {
    vendor,
    organization,
    only,
    signals: ['SIGKILL'],
    strike,
  })
  const portrait = async (): Promise<object> => {
    organization.listen(() => {})
    return organization.portrait()
  }
  return {
    organization,
    folder,
    ledger,
    before,
    stands: !isDeepStrictEqual(await portrait(), before),
    run,
    enter: async (words, { signal, strike: at } = { signal: 'SIGKILL', strike: never }) => {
      const ended = await spawnStruck(words, { organization, signals: [signal], strike: at })
      return { ...ended, after: await portrait() }
    },
    close: async () => {
      await organization.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** For tests: the words of a sweep of what a killed run left. */
export function sweepOf({
  ledger,
  folder,
}: Pick<KilledRun, 'ledger' | 'folder'>): readonly string[] {
  return ['sweep', ledger, '--target', join(folder, 'target.json'), '--deadline', '4000']
}
