import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { soundBaseline, soundResults } from './reports.ts'

/** Inputs that take long or fill the memory where nobody bounds them. */
export function largeInputs(write: WriteFile): readonly BadInput[] {
  return [
    ...largeFiles().map(({ name, text, words = ['baseline', 'init'], exit }, at): BadInput => {
      const path = write(`large-${at}.json`, text)
      return { name, words: [...words, path], ...(exit !== undefined && { exit }) }
    }),
    {
      name: 'a pattern that backtracks',
      words: ['run', '--only', `${'*a'.repeat(40_000)}*x`, '--seed', 'x'],
    },
    { name: '100,000 letters to explain', words: ['explain', 'a'.repeat(100_000)] },
    { name: 'a device as results', words: ['matrix', '/dev/zero'] },
  ]
}

interface LargeFile {
  readonly name: string
  readonly text: string
  /** what is said before its name */
  readonly words?: readonly string[]
  readonly exit?: number
}

const largeFiles = (): readonly LargeFile[] => {
  const keys = `{${keysText(300_000)}}`
  return [
    { name: 'a string of 60 MiB', text: named('x', 60), exit: 0 },
    {
      name: 'a string of 60 MiB as a baseline',
      text: named('x', 60),
      words: ['run', '--baseline'],
    },
    { name: 'a string of 62 MiB beyond Latin-1', text: named('\u0416x', 62), exit: 0 },
    { name: '13,000 unknown keys on a line of 62 MB', text: `{${longKeysText(13_000)}}` },
    { name: '4,000 unknown keys on a line of 19 MB', text: `{${longKeysText(4000)}}` },
    {
      name: '4,000 unknown keys below 60 million lines',
      text: `{${'\n'.repeat(60 * 1024 ** 2)}${keysText(4000)}}`,
    },
    { name: '1.8 million objects', text: `{"checks": [${'{"a":{}},'.repeat(900_000)}1]}` },
    {
      name: 'the same 39,000 keys in 50 objects',
      text: `{"checks": [${`{${keysText(39_000)}},`.repeat(50)}1]}`,
    },
    { name: '4,900 checks that lack everything', text: withChecks(4900) },
    { name: '300,000 keys as results', text: keys },
    { name: '300,000 keys as a baseline', text: keys, words: ['run', '--baseline'] },
    { name: '300,000 keys as a target', text: keys, words: ['run', '--target'] },
    {
      name: '20 million numbers',
      text: `{"checks": [${'1,'.repeat(20_000_000)}1]}`,
      words: matrix,
    },
    { name: '200,000 checks that are none', text: withChecks(200_000), words: matrix },
    {
      name: 'a million keys that stand twice',
      text: `{"a": [${'{"a":1,"a":2},'.repeat(1_000_000)}1]}`,
      words: matrix,
    },
    { name: '30,000 cases of 100,000 checks', text: manyCases(30_000), words: matrix },
  ]
}

const matrix = ['matrix']

/** Results with a name of so many MiB, of a first letter and another; where one is beyond Latin-1 all take two bytes each in memory. */
const named = (letters: string, mebibytes: number): string => {
  const [first = 'x', last = first] = letters
  return JSON.stringify(soundResults).replace(
    '"run-1"',
    `"${first}${last.repeat(mebibytes * 1024 ** 2)}"`,
  )
}

const keysText = (count: number): string =>
  Array.from({ length: count }, (_, at) => `"${planted}-${at}": ${at}`).join(',')

const longKeysText = (count: number): string =>
  Array.from({ length: count }, (_, at) => `"${at}${'x'.repeat(900)}": "${'y'.repeat(3800)}"`).join(
    ',',
  )

const withChecks = (count: number): string =>
  JSON.stringify({ ...soundResults, checks: Array.from({ length: count }, () => ({})) })

/** A baseline of four billion checks that have no vendor. */
const manyCases = (count: number): string => {
  const ids = '0123456789abcdef'
  const executed = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`scenario/${at}`, { count: 100_000, ids }]),
  )
  return JSON.stringify({ ...soundBaseline, targets: { invented: { checks: {}, executed } } })
}
