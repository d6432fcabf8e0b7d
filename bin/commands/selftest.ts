import { Command } from 'commander'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { exitCodes, quoted, type Problem } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import { selftestReportText } from '../../harness/selftest/selftest-report-text.ts'
import {
  appraise,
  type SelftestReport,
  type Standing,
} from '../../harness/selftest/selftest-report.ts'
import { controlFault, selftest } from '../../harness/selftest/selftest.ts'
import { paintIn } from '../../reports/text/paint.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { repeatable } from '../options/repeatable.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'

interface SelftestOptions {
  readonly vendor: readonly string[]
  readonly fault: readonly string[]
  readonly json?: true
  readonly color: boolean
}

/** Servers at a time: they share one thread, but some cases wait. */
const concurrency = 8

const exitCodeOf: Readonly<Record<Standing, number>> = {
  proven: exitCodes.conformant,
  wanting: exitCodes.nonconformant,
  void: exitCodes.harness,
}

/** `orgproof selftest`: whether the suite finds what is wrong, and nothing where nothing is. */
export function selftestCommand(shell: Shell): Command {
  return new Command('selftest')
    .description('show that the suite finds every known fault, for the right reason, and no other')
    .option('--vendor <id>', 'of this vendor only (repeatable)', repeatable, [])
    .option('--fault <name>', 'try this fault only (repeatable)', repeatable, [])
    .option('--json', 'print for machines')
    .option('--no-color', 'print without colours')
    .action((options: SelftestOptions) => run(shell, options))
}

const run = async (shell: Shell, options: SelftestOptions): Promise<void> => {
  const ids = readVendorIds(options.vendor)
  const all = await loadFaults()
  const problems = unknownFaults(options.fault, all)
  if ('problems' in ids) return fail(shell, exitCodes.usage, [...ids.problems, ...problems])
  if (problems.length > 0) return fail(shell, exitCodes.usage, problems)
  const named = all.filter(({ name }) => options.fault.includes(name))
  const vendors = ids.vendors.filter((id) => named.length === 0 || named.some(appliesTo(id)))
  if (vendors.length === 0) return fail(shell, exitCodes.usage, [inapplicable(options)])
  const reports: SelftestReport[] = []
  for (const id of vendors) {
    reports.push(await reportOn(id, { wanted: named.length === 0 ? all : named, all, shell }))
  }
  const paint = paintIn(wantsColours(shell, options.color))
  print(
    shell,
    options.json === true
      ? JSON.stringify(reports, null, 2)
      : reports.map((one) => selftestReportText(one, paint)).join('\n\n'),
  )
  const codes = reports.map((one) => exitCodeOf[appraise(one).standing])
  shell.exitCode = Math.max(...codes)
}

const appliesTo =
  (id: VendorId) =>
  ({ breaks }: Fault): boolean =>
    breaks[id] !== undefined

const inapplicable = ({ fault, vendor }: SelftestOptions): Problem => ({
  code: 'NOTHING_MATCHES',
  message: `${vendor.join(', ')} can not be wrong like ${fault.join(', ')}`,
  hint: 'orgproof serve --list-faults shows which vendor can have which fault',
})

const unknownFaults = (names: readonly string[], all: readonly Fault[]): readonly Problem[] => {
  const known = all.map(({ name }) => name)
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const hint = didYouMean(name, known)
      return {
        code: 'UNKNOWN_VALUE',
        message: `--fault is ${quoted(name)}`,
        hint: hint ?? 'orgproof serve --list-faults shows every one',
      }
    })
}

const reportOn = async (
  id: VendorId,
  { wanted, all, shell }: Selection,
): Promise<SelftestReport> => {
  const applies = appliesTo(id)
  const control = all.filter(applies).find(({ name }) => name === controlFault)
  if (control === undefined) throw new Error(`${id} can not have the control fault ${controlFault}`)
  const asker = askerOf(await loadVendor(id), await loadScenarios())
  const { tried, close } = progressOf(shell, id)
  try {
    return await selftest({ asker, faults: wanted.filter(applies), control, concurrency, tried })
  } finally {
    close()
  }
}

/** Which faults are tried, and all that there are. */
interface Selection {
  readonly wanted: readonly Fault[]
  readonly all: readonly Fault[]
  readonly shell: Shell
}

/** Says on a terminal how far it is. */
const progressOf = (
  shell: Shell,
  id: VendorId,
): { readonly tried: (server: string) => void; readonly close: () => void } => {
  let count = 0
  const tried = (server: string): void => {
    count += 1
    draw(shell, `${id}: ${count} servers asked, the last is ${server}`)
  }
  return { tried, close: () => draw(shell, '') }
}

const draw = ({ stderr }: Shell, text: string): void => {
  if (stderr.isTTY === true) stderr.write(`\r\u001B[2K${text}`)
}
