import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ResultsFile } from '../../reports/results/results-file.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Target } from '../../suites/client/target.ts'
import type { SeededOrganization } from './given-organization.ts'
import { program } from './program.ts'

/**
 * For tests: when a signal strikes. At a request of the run, counted from 1, or the first at which something holds; so
 * many ms after its start, or when it begins to print its report.
 */
export type Strike =
  | { readonly request: number }
  | { readonly when: (request: number) => boolean }
  | { readonly milliseconds: number }
  | { readonly report: true }

/** For tests: a run with given accounts that a signal struck. */
export interface StruckRun {
  /** the exit code, or the signal that ended the process */
  readonly end: number | NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** undefined where nothing was written */
  readonly results: ResultsFile | undefined
  /** requests that the endpoint got, and how long the run went on after the signal */
  readonly requests: number
  readonly lasted: number
  /** whether the signal came before the run had ended by itself */
  readonly struck: boolean
}

/** For tests: the endpoint of a run that is struck, and who calls it. */
export interface Struck extends Pick<SeededOrganization, 'url' | 'listen'> {
  readonly accounts: Target['accounts']
}

/** For tests: a run, and what strikes it when. */
export interface Trial {
  readonly vendor: Vendor
  readonly organization: Struck
  readonly only: readonly string[]
  readonly signals: readonly NodeJS.Signals[]
  readonly strike: Strike
}

/** Runs the suite in a seeded organization, in a process of its own, and sends it signals. */
export async function strikeRun(trial: Trial): Promise<StruckRun> {
  const folder = mkdtempSync(join(tmpdir(), 'orgproof-struck-'))
  try {
    return await strikeRunIn(folder, trial)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same in a folder that is kept: with `target.json`, and what the run wrote in `out`. */
export async function strikeRunIn(folder: string, trial: Trial): Promise<StruckRun> {
  const { vendor, organization, only } = trial
  const target = join(folder, 'target.json')
  const { limits = {} } = vendor.referenceEndpoint
  const { url, accounts } = organization
  writeFileSync(
    target,
    JSON.stringify({
      name: 'given',
      vendor: vendor.id,
      endpoint: url.origin,
      accounts,
      limits,
      // what was never answered is looked for as long
      patience: { listing: 1 },
    }),
  )
  const out = join(folder, 'out')
  const globs = only.flatMap((glob) => ['--only', glob])
  const words = ['run', '--target', target, '--out', out, ...globs]
  const ended = await spawnStruck(words, trial)
  const path = join(out, 'results.json')
  const results = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as ResultsFile)
    : undefined
  return { ...ended, results }
}

/** Starts the program with these words, and sends it signals. */
export function spawnStruck(
  words: readonly string[],
  {
    organization,
    signals,
    strike,
  }: Pick<Trial, 'signals' | 'strike'> & {
    readonly organization: Pick<Struck, 'listen'>
  },
): Promise<Omit<StruckRun, 'results'>> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name))
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...Object.fromEntries(own), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr, requests, struckAt] = ['', '', 0, 0]
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const hit = (): void => {
    struckAt = Date.now()
    for (const signal of signals) child.kill(signal)
  }
  child.stdout.once('data', () => {
    if ('report' in strike) hit()
  })
  organization.listen((count) => {
    requests = count
    if ('request' in strike && count === strike.request) hit()
    if ('when' in strike && struckAt === 0 && strike.when(count)) hit()
  })
  const timer = 'milliseconds' in strike ? setTimeout(hit, strike.milliseconds) : undefined
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const struck = struckAt > 0
      const lasted = struck ? Date.now() - struckAt : 0
      resolve({ end: code ?? signal, stdout, stderr, requests, lasted, struck })
    })
  })
}
