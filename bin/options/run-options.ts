import type { Command, Option } from 'commander'

import type { Problem } from '../../harness/problem.ts'
import type { Environment } from '../shell/shell.ts'
import { runRows as rows } from './run-rows.ts'
import { optionOf, toldOptions, type VariableOption } from './variable-options.ts'

/** The options of `run` as they come from flags and environment: unread text. */
export interface RunOptions {
  readonly vendor: readonly string[]
  readonly target?: string
  readonly endpoint?: string
  readonly only: readonly string[]
  readonly axis: readonly string[]
  readonly seed: string
  readonly sequences?: string
  readonly steps?: string
  readonly shard?: string
  readonly failFast?: string
  readonly rerunFailed?: string
  readonly resume?: string
  readonly baseline?: string
  readonly out: string
  readonly format: readonly string[]
  readonly readOnly?: boolean
  readonly allure?: boolean
  readonly evidence?: boolean
  readonly pseudonymise?: boolean
  readonly concurrency?: string
  readonly deadline?: string
  readonly rate?: string
  readonly ca?: string
  readonly proxy?: string
  readonly runLimit?: string
  readonly consistency?: string
  readonly class?: string
  readonly allow: readonly string[]
  readonly plan?: string
  readonly region?: string
  readonly account?: string
  readonly limit: readonly string[]
  readonly absent: readonly string[]
  readonly verbose?: boolean
  /** commander's name for --no-color */
  readonly color: boolean
  /** by option: how whoever told it calls it, where that is not its flag */
  readonly names?: Readonly<Record<string, string>>
  /** the options that somebody gave, by flag or variable */
  readonly given?: readonly string[]
}

const defaults: Readonly<Record<string, string>> = { seed: '1', out: 'reports/out' }

const rowsOf = (variables: readonly string[]): readonly VariableOption[] =>
  rows.filter(({ variable }) => variables.includes(variable))

/** The options that say which target is meant, and how it is reached. */
const targetRows = rowsOf([
  'VENDOR',
  'TARGET',
  'ENDPOINT',
  'REGION',
  'DEADLINE',
  'RATE',
  'CA',
  'PROXY',
])

/** The options that say what a run may ask of a target. */
const planRows = [
  ...targetRows,
  ...rowsOf(['ONLY', 'AXIS', 'SHARD', 'SEED', 'SEQUENCES', 'STEPS']),
  ...rowsOf(['CLASS', 'ALLOW', 'LIMIT', 'ABSENT']),
  ...rowsOf(['ACCOUNT', 'CONCURRENCY', 'CONSISTENCY', 'RUN_LIMIT', 'READ_ONLY']),
]

/** Adds the options that name a target to a command. Each may come from the environment; a flag wins. */
export function withTargetOptions(command: Command): Command {
  for (const each of targetRows) command.addOption(optionOf(each))
  return command
}

/** Adds the options of `run` that say what it may ask. Each may come from the environment; a flag wins. */
export function withPlanOptions(command: Command): Command {
  for (const each of planRows) command.addOption(withStandard(each))
  return command
}

/** Options of `run` that ask everything there is, and say nothing else. */
export const everything: RunOptions = {
  vendor: [],
  only: [],
  axis: [],
  limit: [],
  absent: [],
  allow: [],
  format: [],
  seed: '1',
  out: '',
  color: true,
}

/** What a command was told of its target, as options of `run` that ask everything. */
export function readTargetOptions(
  command: Command,
  environment: Environment,
): { readonly options: RunOptions; readonly problems: readonly Problem[] } {
  return readRows(targetRows, command, environment)
}

/** What a command was told that says what a run may ask, as options of `run`. */
export function readPlanOptions(
  command: Command,
  environment: Environment,
): { readonly options: RunOptions; readonly problems: readonly Problem[] } {
  return readRows(planRows, command, environment)
}

const readRows = (
  read: readonly VariableOption[],
  command: Command,
  environment: Environment,
): { readonly options: RunOptions; readonly problems: readonly Problem[] } => {
  const told = toldOptions<Partial<RunOptions>>(command, read, environment)
  return { options: { ...everything, ...told.options, names: told.names }, problems: told.problems }
}

const withStandard = (each: VariableOption): Option => {
  const option = optionOf(each)
  const standard = defaults[option.attributeName()]
  return standard === undefined ? option : option.default(standard)
}

/** Adds the options of `run` to a command. Each may come from the environment as ORGPROOF_…; a flag wins. */
export function withRunOptions(command: Command): Command {
  for (const each of rows) command.addOption(withStandard(each))
  return command
    .option('--verbose', 'show every finding and every operation')
    .option('--no-color', 'no colours (also NO_COLOR)')
}

/** What `run` was told by flags and environment, and what of it is empty or no switch. */
export function readRunOptions(
  command: Command,
  environment: Environment,
): { readonly options: RunOptions; readonly problems: readonly Problem[] } {
  const told = toldOptions<Omit<RunOptions, 'names' | 'given'>>(command, rows, environment)
  const { names, given, problems } = told
  return { options: { ...told.options, names, given }, problems }
}

/** How to speak of an option to whoever told it: by its flag, or by the variable that it came from. */
export function spoken(
  { names = {} }: Pick<RunOptions, 'names'>,
  option: Exclude<keyof RunOptions, 'names' | 'given'>,
): string {
  return names[option] ?? `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
