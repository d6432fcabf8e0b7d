import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Command } from 'commander'

import { checkList } from '../../reports/check-list.ts'
import { coverageOf, coverageTotals } from '../../reports/coverage.ts'
import { coverageText } from '../../reports/coverage-text.ts'
import type { Check } from '../../suites/verdict.ts'
import { allCases, areQuestions, type Questions } from '../all-cases.ts'
import { fail } from '../fail.ts'
import { exitCodes } from '../problem.ts'
import { repeatable } from '../repeatable.ts'

interface ListOptions {
  readonly vendor: readonly string[]
  readonly json?: true
  readonly ids?: true
  readonly requirements?: true
  readonly into?: string
}

/** `orgproof list`: everything that is asked, or every rule of the documents with the checks that establish it. */
export function listCommand(): Command {
  return new Command('list')
    .description('list every check, or every rule of the documents')
    .option('--vendor <id>', 'of this vendor only (repeatable)', repeatable, [])
    .option('--requirements', 'list the rules of the documents, and the checks that establish them')
    .option('--ids', 'print ids only, sorted')
    .option('--into <folder>', 'write the ids of each vendor to a file there, for review')
    .option('--json', 'print for machines')
    .action(list)
}

const list = async (options: ListOptions): Promise<void> => {
  const found = await allCases(options.vendor)
  if (!areQuestions(found)) return fail(exitCodes.usage, found)
  if (options.into !== undefined) return writeLists(found, options.into)
  const text = options.requirements === true ? rules(found, options) : questions(found, options)
  console.log(text)
}

const checksOf = ({ cases }: Questions): readonly Check[] => cases.flatMap(({ checks }) => checks)

const writeLists = async (found: readonly Questions[], folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const one of found) {
    await writeFile(join(folder, `${one.vendor.id}.txt`), checkList(checksOf(one)))
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
