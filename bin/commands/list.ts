import { join } from 'node:path'

import { Command, Option } from 'commander'

import { allCases, areQuestions, type Questions } from '../../harness/all-cases.ts'
import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { readVendorIds } from '../../harness/read-vendor-ids.ts'
import { checkList } from '../../reports/results/check-list.ts'
import { coverageText } from '../../reports/results/coverage-text.ts'
import { coverageOf, coverageTotals } from '../../reports/results/coverage.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import { repeatable } from '../options/repeatable.ts'
import { prepareFolder } from '../outputs/prepare.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

interface ListOptions {
  readonly vendor: readonly string[]
  readonly json?: true
  readonly ids?: true
  readonly requirements?: true
  readonly into?: string
}

/** `orgproof list`: everything that is asked, or every rule of the documents with the checks that establish it. */
export function listCommand(shell: Shell): Command {
  return new Command('list')
    .description('list every check, or every rule of the documents')
    .option('--vendor <id>', 'of this vendor only (repeatable)', repeatable, [])
    .addOption(
      new Option(
        '--requirements',
        'list the rules of the documents, and the checks that establish them',
      ).conflicts(['ids', 'into']),
    )
    .addOption(new Option('--ids', 'print ids only, sorted').conflicts(['json', 'into']))
    .addOption(
      new Option(
        '--into <folder>',
        'write the ids of each vendor to a file there, for review',
      ).conflicts('json'),
    )
    .option('--json', 'print for machines')
    .action((options: ListOptions) => list(shell, options))
}

const list = async (shell: Shell, options: ListOptions): Promise<void> => {
  const ids = readVendorIds(options.vendor)
  const problems = [
    ...problemsOf(ids),
    ...(options.into === undefined ? [] : await prepareFolder(options.into, [])),
  ]
  if (problems.length > 0) return fail(shell, exitCodes.usage, problems)
  const found = await allCases(options.vendor)
  if (!areQuestions(found)) return fail(shell, exitCodes.usage, found)
  if (options.into !== undefined) return writeLists(shell, found, options.into)
  const text = options.requirements === true ? rules(found, options) : questions(found, options)
  print(shell, text)
}

const checksOf = ({ cases }: Questions): readonly Check[] => cases.flatMap(({ checks }) => checks)

const writeLists = async (
  shell: Shell,
  found: readonly Questions[],
  folder: string,
): Promise<void> => {
  for (const one of found) {
    const path = join(folder, `${one.vendor.id}.txt`)
    if (!(await writeOutput(shell, path, checkList(checksOf(one))))) return
  }
}

const questions = (found: readonly Questions[], { json, ids }: ListOptions): string => {
  const checks = found.flatMap(checksOf)
  if (json === true) return JSON.stringify(checks, null, 2)
  if (ids === true) return checkList(checks).trimEnd()
  const width = Math.max(0, ...checks.map(({ id }) => id.length))
  const lines = checks.map(
    ({ id, level, axis, title }) =>
      `${id.padEnd(width)}  ${level.padEnd(6)}  ${axis.padEnd(13)}  ${title}`,
  )
  return [...lines, `${checks.length} checks`].join('\n')
}

const rules = (found: readonly Questions[], { json }: ListOptions): string => {
  const registers = found.map((one) => ({
    vendor: one.vendor.id,
    rows: coverageOf(
      one.vendor.requirements,
      checksOf(one).map(({ id }) => id),
    ),
  }))
  if (json === true) {
    const counted = registers.map((one) => ({ ...one, totals: coverageTotals(one.rows) }))
    return JSON.stringify(counted, null, 2)
  }
  return registers.map(({ vendor, rows }) => coverageText(vendor, rows)).join('\n')
}
