import { Option, type Command } from 'commander'

import { quoted, type Problem } from '../../harness/problem.ts'
import type { Environment } from '../shell/shell.ts'

/** An option that may come from the environment too, as ORGPROOF_ and its variable. */
export interface VariableOption {
  /** as commander takes them: `--seed <n>` */
  readonly flags: string
  readonly variable: string
  readonly description: string
  readonly repeatable?: true
}

/** The name of a row's variable. */
export function variableOf({ variable }: VariableOption): string {
  return `ORGPROOF_${variable}`
}

/** The option of a row. Commander knows nothing of the variable but the words of the help. */
export function optionOf(row: VariableOption): Option {
  const option = new Option(row.flags, `${row.description} (env: ${variableOf(row)})`)
  if (row.repeatable !== true) return option
  return option
    .default([], 'none')
    .argParser<readonly string[]>((text, before) => [...before, ...text.split(separator)])
}

/** What options were told, by flag or, where there is no flag, by variable; and what was told emptily or wrongly. */
export interface ToldOptions<T> {
  readonly options: T
  /** by option: how to speak of it to whoever told it, `--seed` or `ORGPROOF_SEED` */
  readonly names: Readonly<Record<string, string>>
  /** the options that somebody gave, by flag or variable */
  readonly given: readonly string[]
  readonly problems: readonly Problem[]
}

/** Reads the options of a command: flags over environment. `T` are all of them by name, as the command declares them. */
export function toldOptions<T extends object>(
  command: Command,
  rows: readonly VariableOption[],
  environment: Environment,
): ToldOptions<T> {
  const read = rows.map((row) => {
    const option = optionOf(row)
    const name = option.attributeName()
    const flagged = command.getOptionValueSource(name) === 'cli'
    const text = flagged ? undefined : environment[variableOf(row)]
    const value: unknown = text === undefined ? command.getOptionValue(name) : valueOf(row, text)
    const spoken = text === undefined ? (option.long ?? row.flags) : variableOf(row)
    const problems = problemsOf(spoken, value, text)
    // what can not be used counts as not said, so that whatever else is wrong can still be told
    return {
      name,
      value: problems.length === 0 ? value : standard(command, name),
      spoken,
      given: flagged || text !== undefined,
      problems,
    }
  })
  return {
    options: {
      ...command.opts<T>(),
      ...Object.fromEntries(read.map((one) => [one.name, one.value])),
    },
    names: Object.fromEntries(read.map((one) => [one.name, one.spoken])),
    given: read.filter(({ given }) => given).map(({ name }) => name),
    problems: read.flatMap((one) => one.problems),
  }
}

const standard = ({ options }: Command, name: string): unknown =>
  options.find((option) => option.attributeName() === name)?.defaultValue

/** A variable holds several values, separated by commas; a reason may hold commas of its own. */
const separator = /,(?=[^\s,=]+(?:=|,|$))/

const switches: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  1: true,
  false: false,
  no: false,
  0: false,
}

const valueOf = (row: VariableOption, text: string): unknown => {
  if (row.repeatable === true) return text.split(separator)
  // a switch has no value as a flag; as a variable it needs one
  return row.flags.includes('<') ? text : switchOf(text)
}

const switchOf = (text: string): boolean | undefined =>
  Object.hasOwn(switches, text) ? switches[text] : undefined

const problemsOf = (
  spoken: string,
  value: unknown,
  text: string | undefined,
): readonly Problem[] => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (text === '' || values.includes('')) {
    return [
      {
        code: 'EMPTY_VALUE',
        message: `${spoken} is empty`,
        hint: 'give it a value, or leave it out',
      },
    ]
  }
  if (text === undefined || value !== undefined) return []
  const hint = `write ${Object.keys(switches).join(', ')}`
  return [{ code: 'NOT_A_SWITCH', message: `${spoken} is ${quoted(text)}`, hint }]
}
