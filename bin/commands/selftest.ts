import { Command } from 'commander'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import { loadVariants } from '../../endpoint/variant-kit/load-variants.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { exitCodes, problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import type { SelftestOrder } from '../../harness/selftest/selftest-order.ts'
import { selftestReportText } from '../../harness/selftest/selftest-report-text.ts'
import { appraise, type Standing } from '../../harness/selftest/selftest-report.ts'
import { paintIn } from '../../reports/text/paint.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { readVariants } from '../options/read-variants.ts'
import { repeatable } from '../options/repeatable.ts'
import { runSelftests } from '../processes/run-selftests.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'
import { listVariants } from './list-makes.ts'
import { mutantsText, standingOf, withMutants } from './selftest-mutants.ts'

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
  const tell = (line: string): void => draw(shell, line)
  const { reports, mutants } = await runSelftests(order.vendors, { mutants: order.mutants, tell })
  draw(shell, '')
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

/** Says on a terminal how far it is. */
const draw = ({ stderr }: Shell, text: string): void => {
  if (stderr.isTTY === true) stderr.write(`\r\u001B[2K${text}`)
}

/** What is tried, of whom. */
interface Order {
  readonly vendors: readonly SelftestOrder[]
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
  const full = options.full === true
  const vendors = ids.vendors
    .map((vendor) => ({
      vendor,
      faults: faults.filter(canFail(vendor)).map(({ name }) => name),
      variants: variants.filter(canBe(vendor)).map(({ name }) => name),
      full,
    }))
    .filter((one) => one.faults.length + one.variants.length > 0)
  if (vendors.length === 0) return { problems: [inapplicable(options)] }
  return { vendors, mutants: full && everything }
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
