import { Command } from 'commander'

import type { ParsedLedger } from '../../harness/ledger/parse-ledger.ts'
import { kindsOf, type LedgerKind } from '../../harness/ledger/summarize-ledger.ts'
import { exitCodes } from '../../harness/problem.ts'
import { printable } from '../../reports/text/printable.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { lastingKinds, type LastingKind } from '../../suites/actors/lasting.ts'
import { leftovers } from '../../suites/actors/ledger.ts'
import { readLedger } from '../files/read-ledger.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

interface ShowOptions {
  readonly json?: true
}

/** `orgproof ledger`: what a run wrote in an organization that was given. */
export function ledgerCommand(shell: Shell): Command {
  const command = new Command('ledger').description('say what a run wrote in a given organization')
  command
    .command('show')
    .description('say what was written, as whom, and what is taken back, by kind')
    .argument('<ledger>', 'the ledger.ndjson of a run')
    .option('--json', 'print for machines')
    .action((path: string, options: ShowOptions) => show(shell, path, options))
  return command
}

const show = async (shell: Shell, path: string, { json }: ShowOptions): Promise<void> => {
  const read = await readLedger(path)
  if ('problems' in read) return fail(shell, exitCodes.usage, read.problems)
  const lasting = (await lastingIn(read.content)).map(({ line }) => line)
  const told = { ledger: read.content, lasting, path }
  print(shell, json === true ? forMachines(told) : asText(told))
}

interface Told {
  readonly ledger: ParsedLedger
  /** what can not be undone, one line for each kind */
  readonly lasting: readonly string[]
  readonly path: string
}

const lastingIn = async ({ header, writes }: ParsedLedger): Promise<readonly LastingKind[]> => {
  const id = knownVendors.find((known) => known === header.target.vendor)
  return lastingKinds(writes, id === undefined ? {} : (await loadVendor(id)).profile, Date.now())
}

const forMachines = ({ ledger: { header, writes, cut }, lasting }: Told): string =>
  JSON.stringify(
    { ...header, cut: cut !== undefined, kinds: kindsOf(writes), open: leftovers(writes), lasting },
    null,
    2,
  )

const asText = ({ ledger: { header, writes, cut }, lasting, path }: Told): string => {
  const { target } = header
  const kinds = kindsOf(writes)
  const open = leftovers(writes)
  return [
    `run ${header.run} of orgproof ${header.suite}, begun ${header.startedAt}, mark ${header.mark}`,
    `at ${target.vendor} ${target.endpoint} ${target.region}, organization ${target.organization ?? 'not told'} of ${target.management}`,
    ...(cut === undefined ? [] : ['the last line was cut while it was written']),
    '',
    ...(kinds.length === 0 ? ['nothing was written'] : tableOf(kinds)),
    ...(open.length === 0 ? [] : ['', 'open', ...open.map((line) => `  ${line}`)]),
    ...(lasting.length === 0 ? [] : ['', 'lasting', ...lasting.map((line) => `  ${line}`)]),
    '',
    open.length === 0
      ? 'nothing is open'
      : `orgproof sweep ${path} --target T takes back what is open`,
  ]
    .map(printable)
    .join('\n')
}

const columns = ['written', 'void', 'undone', 'proven', 'open', 'lasting'] as const

const tableOf = (kinds: readonly LedgerKind[]): readonly string[] => {
  const named = kinds.map((kind) => ({ ...kind, name: `${kind.operation} by ${kind.account}` }))
  const width = Math.max(...named.map(({ name }) => name.length))
  return [
    [' '.repeat(width), ...columns.map((column) => column.padStart(9))].join(''),
    ...named.map((kind) =>
      [kind.name.padEnd(width), ...columns.map((column) => String(kind[column]).padStart(9))].join(
        '',
      ),
    ),
  ]
}
