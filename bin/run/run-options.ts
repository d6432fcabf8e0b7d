import { Command, Option } from 'commander'

/** The options of `run` as they come from flags and environment: unread text. */
export interface RunOptions {
  readonly vendor: readonly string[]
  readonly target?: string
  readonly endpoint?: string
  readonly only: readonly string[]
  readonly axis: readonly string[]
  readonly seed: string
  readonly shard?: string
  readonly baseline?: string
  readonly out: string
  readonly readOnly?: boolean
  readonly concurrency?: string
  readonly deadline?: string
  readonly region?: string
  readonly account?: string
  readonly limit: readonly string[]
  readonly absent: readonly string[]
  readonly verbose?: boolean
  /** commander's name for --no-color */
  readonly color: boolean
}

/** A variable holds several values, separated by commas; a reason may hold commas of its own. */
const separator = /,(?=[^\s,=]+(?:=|,|$))/

type Row = readonly [flags: string, variable: string, description: string]

const repeatable: readonly Row[] = [
  ['--vendor <id>', 'VENDOR', 'whose API (repeatable; all that are built in)'],
  ['--only <glob>', 'ONLY', 'check ids, * stands for anything (repeatable)'],
  ['--axis <name>', 'AXIS', 'ask on this axis only (repeatable)'],
  ['--limit <name=number>', 'LIMIT', 'a limit the target states; none for no limit (repeatable)'],
  ['--absent <feature=reason>', 'ABSENT', 'a feature the target does not offer (repeatable)'],
]

const single: readonly Row[] = [
  ['--target <file>', 'TARGET', 'a target file (YAML or JSON), or the name of a preset'],
  ['--endpoint <url>', 'ENDPOINT', 'where the target listens'],
  ['--region <name>', 'REGION', 'the region to sign for'],
  ['--account <id>', 'ACCOUNT', 'the management account that reads with --read-only'],
  ['--concurrency <n>', 'CONCURRENCY', 'cases and connections at a time'],
  ['--deadline <ms>', 'DEADLINE', 'milliseconds for one exchange'],
  ['--shard <i/n>', 'SHARD', 'ask only this part of the checks'],
  ['--baseline <file>', 'BASELINE', 'fail only on what is worse than this'],
]

/** Adds the options of `run` to a command. Each may come from the environment as ORGPROOF_…; a flag wins. */
export function withRunOptions(command: Command): Command {
  for (const row of repeatable) {
    const option = optionOf(row).default([])
    option.argParser<string[]>((text, before) => [...before, ...text.split(separator)])
    command.addOption(option)
  }
  for (const row of single) command.addOption(optionOf(row))
  return command
    .addOption(optionOf(['--seed <n>', 'SEED', 'seed of every generated value']).default('1'))
    .addOption(optionOf(['--out <dir>', 'OUT', 'where reports go']).default('reports/out'))
    .addOption(
      optionOf(['--read-only', 'READ_ONLY', 'write nothing: ask what reads alone can show']),
    )
    .option('--verbose', 'show every finding and every operation')
    .option('--no-color', 'no colours (also NO_COLOR)')
}

const optionOf = ([flags, variable, description]: Row): Option =>
  new Option(flags, description).env(`ORGPROOF_${variable}`)
