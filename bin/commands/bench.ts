import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Command } from 'commander'

import { measureFloor } from '../../harness/bench/floor.ts'
import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import { targetAt } from '../../harness/run/targets.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { measureRun, type Measured } from '../bench/measure-run.ts'
import { readWhole } from '../options/numbers.ts'
import { readRun } from '../options/read-run.ts'
import { withRunOptions, type RunOptions } from '../options/run-options.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

interface BenchOptions {
  readonly vendor?: readonly string[]
  readonly repeat: string
}

/** `orgproof bench`: how long a whole run takes, beside the least that its requests alone would take. */
export function benchCommand(shell: Shell): Command {
  return new Command('bench')
    .description('measure whole runs against the embedded endpoint, beside their bare requests')
    .option('--vendor <vendor...>', `which vendors; all when absent (${knownVendors.join(', ')})`)
    .option('--repeat <n>', 'how many runs each; the median counts', '3')
    .action((options: BenchOptions) => bench(shell, options))
}

const bench = async (shell: Shell, options: BenchOptions): Promise<void> => {
  const ids = readVendorIds(options.vendor ?? [])
  const repeat = readWhole('--repeat', options.repeat, [1, 100])
  if ('problems' in ids || 'problem' in repeat) {
    return fail(shell, exitCodes.usage, [...problemsOf(ids), ...problemsOf(repeat)])
  }
  print(shell, 'vendor    requests   run s  floor s  run/floor  peak MB')
  for (const id of ids.vendors) await benchVendor(shell, id, repeat.value)
}

const benchVendor = async (shell: Shell, id: VendorId, repeat: number): Promise<void> => {
  const out = await mkdtemp(join(tmpdir(), 'orgproof-bench-'))
  const runs: Measured[] = []
  for (let count = 0; count < repeat; count += 1) {
    runs.push(await measureRun(['run', '--vendor', id, '--out', out]))
  }
  await rm(out, { recursive: true, force: true })
  const wall = median(runs.map((run) => run.wall))
  const memory = Math.max(...runs.map((run) => run.memory ?? Number.NaN))
  const words = ['--vendor', id, '--out', out]
  const options = withRunOptions(new Command()).parse(words, { from: 'user' }).opts<RunOptions>()
  const plan = await readRun(options, {})
  if (!('vendors' in plan)) throw new Error('the plain run has no plan')
  const vendor = underTest(await loadVendor(id))
  const floor = await measureFloor(vendor, (url) => targetAt(plan, vendor, url.origin))
  const columns = [
    id.padEnd(9),
    String(floor.requests).padStart(8),
    wall.toFixed(1).padStart(7),
    floor.wall.toFixed(2).padStart(8),
    (wall / floor.wall).toFixed(1).padStart(10),
    memory.toFixed(0).padStart(8),
  ]
  print(shell, columns.join(' '))
  if (runs.some(({ exit }) => exit !== 0)) shell.exitCode = exitCodes.nonconformant
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
