import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import { consistencies } from '../../suites/client/patience.ts'
import { dangerClasses } from '../../suites/client/target.ts'
import { readDecimal, readWhole, type Reading } from './numbers.ts'
import { readAbsent, readLimits, unknownFeatures, unknownLimits } from './read-limits.ts'
import { spoken, type RunOptions } from './run-options.ts'

/** What flags and variables say of a target, and what of it can not be understood. */
export interface FlagsRead {
  readonly draft: JsonObject
  readonly problems: readonly Problem[]
}

/** Reads the flags that say something of a target. */
export async function readFlags(options: RunOptions): Promise<FlagsRead> {
  const limitFlag = spoken(options, 'limit')
  const absentFlag = spoken(options, 'absent')
  const limits = readLimits(limitFlag, options.limit)
  const absent = readAbsent(absentFlag, options.absent)
  const words = [
    readWord(options, 'consistency', consistencies),
    readWord(options, 'class', dangerClasses),
  ]
  const numbers = [
    readNumber(options, 'concurrency', wholeIn(1, 64)),
    readNumber(options, 'deadline', wholeIn(10, 120_000)),
    readNumber(options, 'runLimit', wholeIn(1, 604_800)),
    readNumber(options, 'rate', (flag, text) => readDecimal(flag, text, [0.01, 1000])),
  ]
  return {
    draft: {
      limits: limits.entries,
      absent: absent.entries,
      ...Object.assign({}, ...numbers.map(({ draft }) => draft)),
      ...asTold(options),
      ...Object.assign({}, ...words.map(({ draft }) => draft)),
      ...(options.allow.length > 0 && { allow: options.allow }),
      ...(options.account !== undefined && { accounts: { management: options.account } }),
    },
    problems: [
      ...limits.problems,
      ...absent.problems,
      ...numbers.flatMap(({ problems }) => problems),
      ...words.flatMap(({ problems }) => problems),
      ...unknownLimits(Object.keys(limits.entries), placeIn(limitFlag)),
      ...(await unknownFeatures(Object.keys(absent.entries), placeIn(absentFlag))),
      ...misfit(options, 'region', [
        /^[a-z0-9-]{1,40}$/,
        'small letters, digits and hyphens, 40 at most',
      ]),
      ...misfit(options, 'account', [/^[!-~]{1,256}$/, 'visible ASCII characters, 256 at most']),
    ],
  }
}

/** What is taken as it comes. */
const asTold = (options: RunOptions): JsonObject =>
  Object.fromEntries(
    (['endpoint', 'region', 'ca', 'proxy', 'readOnly'] as const).flatMap((name) => {
      const told = options[name]
      return told === undefined ? [] : [[name, told]]
    }),
  )

const placeIn =
  (flag: string) =>
  (name: string): string =>
    `${flag}: ${quoted(name)}`

type ReadNumber = (flag: string, text: string) => Reading<number>

const wholeIn =
  (least: number, most: number): ReadNumber =>
  (flag, text) =>
    readWhole(flag, text, [least, most])

const readNumber = (
  options: RunOptions,
  option: 'concurrency' | 'deadline' | 'rate' | 'runLimit',
  read: ReadNumber,
): FlagsRead => {
  const text = options[option]
  if (text === undefined) return { draft: {}, problems: [] }
  const reading = read(spoken(options, option), text)
  return 'value' in reading
    ? { draft: { [option]: reading.value }, problems: [] }
    : { draft: {}, problems: [reading.problem] }
}

const readWord = (
  options: RunOptions,
  option: 'consistency' | 'class',
  known: readonly string[],
): FlagsRead => {
  const text = options[option]
  if (text === undefined || text === '') return { draft: {}, problems: [] }
  if (known.includes(text)) return { draft: { [option]: text }, problems: [] }
  const message = `${spoken(options, option)} is ${quoted(text)}`
  const hint = didYouMean(text, known) ?? `known are ${known.join(', ')}`
  return { draft: {}, problems: [{ code: 'UNKNOWN_VALUE', message, hint }] }
}

/** As target.schema.json has it: told here by the name of the flag. */
const misfit = (
  options: RunOptions,
  option: 'region' | 'account',
  [pattern, hint]: readonly [RegExp, string],
): readonly Problem[] => {
  const text = options[option]
  if (text === undefined || text === '' || pattern.test(text)) return []
  const message = `${spoken(options, option)} is ${quoted(text)}`
  return [{ code: `NO_${option.toUpperCase()}`, message, hint: `write ${hint}` }]
}
