import { Command } from 'commander'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault, KnownFault } from '../../endpoint/fault.ts'
import { loadVariants } from '../../endpoint/variant-kit/load-variants.ts'
import type { KnownVariant, Variant } from '../../endpoint/variant.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { exitCodes, problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import { selftestReportText } from '../../harness/selftest/selftest-report-text.ts'
import {
  appraise,
  type SelftestReport,
  type Standing,
} from '../../harness/selftest/selftest-report.ts'
import { controlFault, depthFor, selftest } from '../../harness/selftest/selftest.ts'
import { paintIn } from '../../reports/text/paint.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { readVariants } from '../options/read-variants.ts'
import { repeatable } from '../options/repeatable.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'
import { listVariants } from './list-makes.ts'
import { mutantsText, standingOf, tryMutants, withMutants } from './selftest-mutants.ts'

interface SelftestOptions {
  readonly vendor: readonly string[]
  readonly fault: readonly string[]
  readonly variant: readonly string[]
  readonly listVariants?: true
  readonly full?: true
  readonly verbose?: true
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
    .description(
      'show that the suite finds every known fault, for the right reason, and blames nobody else',
    )
    .option('--vendor <id>', 'of this vendor only (repeatable)', repeatable, [])
    .option('--fault <name>', 'try this fault only (repeatable)', repeatable, [])
    .option('--variant <name>', 'ask this endpoint of other make only (repeatable)', repeatable, [])
    .option('--list-variants', 'print the endpoints of other make, and stop')
    .option(
      '--full',
      'ask each of them on all cases, find three faults under each, and try mutants made by machine',
    )
    .option('--verbose', 'print every mutant that nobody notices')
    .option('--json', 'print for machines')
    .option('--no-color', 'print without colours')
    .action((options: SelftestOptions) => run(shell, options))
}

const run = async (shell: Shell, options: SelftestOptions): Promise<void> => {
  if (options.listVariants === true) return listVariants(shell, options.json === true)
  const order = await readOrder(options)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  const reports: SelftestReport[] = []
  for (const id of order.vendors) reports.push(await reportOn(shell, id, order))
  const mutants = order.mutants ? await tryMutants(shell, order.vendors) : []
  const paint = paintIn(wantsColours(shell, options.color))
  print(
    shell,
    options.json === true
      ? JSON.stringify(withMutants(reports, mutants), null, 2)
      : [
          ...reports.map((one) => selftestReportText(one, paint)),
          ...mutants.map((one) => mutantsText(one, options.verbose === true)),
        ].join('\n\n'),
  )
  const standings = [...reports.map((one) => appraise(one).standing), ...mutants.map(standingOf)]
  shell.exitCode = Math.max(...standings.map((standing) => exitCodeOf[standing]))
}

/** What is tried, of whom. */
interface Order {
  readonly vendors: readonly VendorId[]
  readonly faults: readonly KnownFault[]
  readonly variants: readonly KnownVariant[]
  /** all faults that there are */
  readonly known: readonly KnownFault[]
  readonly full: boolean
  /** whether mutants are tried, too: where everything is, in full */
  readonly mutants: boolean
}

/** Reads what was asked for; lists all that is wrong with it at once. What is named is tried alone; else everything is. */
const readOrder = async (
  options: SelftestOptions,
): Promise<Order | { readonly problems: readonly Problem[] }> => {
  const ids = readVendorIds(options.vendor)
  const known = await loadFaults()
  const read = await readVariants(options.variant)
  const problems = [...problemsOf(ids), ...unknownFaults(options.fault, known), ...problemsOf(read)]
  if (!('vendors' in ids) || !('variants' in read) || problems.length > 0) return { problems }
  const everything = options.fault.length + options.variant.length === 0
  const faults = everything ? known : known.filter(({ name }) => options.fault.includes(name))
  const variants = everything ? await loadVariants() : read.variants
  const vendors = ids.vendors.filter((id) => faults.some(canFail(id)) || variants.some(canBe(id)))
  if (vendors.length === 0) return { problems: [inapplicable(options)] }
  const full = options.full === true
  return { vendors, faults, variants, known, full, mutants: full && everything }
}

const canFail =
  (id: VendorId) =>
  ({ breaks }: Fault): boolean =>
    breaks[id] !== undefined

const canBe =
  (id: VendorId) =>
  ({ evidence }: Variant): boolean =>
    evidence[id] !== undefined

const inapplicable = ({ fault, variant, vendor }: SelftestOptions): Problem => ({
  code: 'NOTHING_MATCHES',
  message: `${vendor.join(', ')} can not be like ${[...fault, ...variant].join(', ')}`,
  hint: 'orgproof serve --list-faults and --list-variants show which vendor can be like what',
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

const reportOn = async (shell: Shell, id: VendorId, order: Order): Promise<SelftestReport> => {
  const known = order.known.filter(canFail(id))
  const control = known.find(({ name }) => name === controlFault)
  if (control === undefined) throw new Error(`${id} can not have the control fault ${controlFault}`)
  const asker = askerOf(await loadVendor(id), await loadScenarios())
  const { tried, close } = progressOf(shell, id)
  const faults = order.faults.filter(canFail(id))
  const variants = order.variants.filter(canBe(id))
  const depth = depthFor(variants.length, order.full)
  const made = { faults, variants, known, control, depth }
  try {
    return await selftest({ asker, ...made, concurrency, tried })
  } finally {
    close()
  }
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
