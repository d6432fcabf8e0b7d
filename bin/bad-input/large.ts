import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { soundBaseline, soundResults } from './reports.ts'

/** Inputs that take long or fill the memory where nobody bounds them. */
export function largeInputs(write: WriteFile): readonly BadInput[] {
  const text = JSON.stringify(soundResults)
  const results = write('large-results.json', text)
  const long = write('long.json', text.replace('"run-1"', `"${'x'.repeat(60 * 1024 ** 2)}"`))
  const keys = write('keys.json', `{${keysText(300_000)}}`)
  const numbers = write('numbers.json', `{"checks": [${'1,'.repeat(20_000_000)}1]}`)
  const strange = write('strange.json', withChecks(200_000))
  const twice = write('twice.json', `{"a": [${'{"a":1,"a":2},'.repeat(1_000_000)}1]}`)
  const cases = write('cases.json', manyCases(40_000))
  const wide = write('wide.json', text.replace('"run-1"', `"\u0416${'x'.repeat(62 * 1024 ** 2)}"`))
  const line = write('line.json', `{${longKeysText(13_000)}}`)
  const few = write('few.json', `{${longKeysText(4000)}}`)
  const lines = write('lines.json', `{${'\n'.repeat(60 * 1024 ** 2)}${keysText(4000)}}`)
  const objects = write('objects.json', `{"checks": [${'{"a":{}},'.repeat(900_000)}1]}`)
  const same = write('same.json', `{"checks": [${`{${keysText(39_000)}},`.repeat(50)}1]}`)
  const empty = write('empty.json', withChecks(4900))
  return [
    { name: 'a string of 60 MiB', words: ['baseline', 'init', long], exit: 0 },
    { name: 'a string of 60 MiB as a baseline', words: ['run', '--baseline', long] },
    { name: 'a string of 62 MiB beyond Latin-1', words: ['baseline', 'init', wide], exit: 0 },
    { name: '13,000 unknown keys on a line of 62 MB', words: ['baseline', 'init', line] },
    { name: '4,000 unknown keys on a line of 19 MB', words: ['baseline', 'init', few] },
    { name: '4,000 unknown keys below 60 million lines', words: ['baseline', 'init', lines] },
    { name: '1.8 million objects', words: ['baseline', 'init', objects] },
    { name: 'the same 39,000 keys in 50 objects', words: ['baseline', 'init', same] },
    { name: '4,900 checks that lack everything', words: ['baseline', 'init', empty] },
    { name: '300,000 keys as results', words: ['baseline', 'init', keys] },
    {
      name: '300,000 keys as a baseline',
      words: ['baseline', 'check', results, '--against', keys],
    },
    { name: '300,000 keys as a target', words: ['run', '--target', keys] },
    { name: '20 million numbers', words: ['matrix', numbers] },
    { name: '200,000 checks that are none', words: ['matrix', strange] },
    { name: 'a million keys that stand twice', words: ['matrix', twice] },
    { name: '40,000 cases of 100,000 checks', words: ['matrix', cases] },
    {
      name: 'a pattern that backtracks',
      words: ['run', '--only', `${'*a'.repeat(40_000)}*x`, '--seed', 'x'],
    },
    { name: '100,000 letters to explain', words: ['explain', 'a'.repeat(100_000)] },
    { name: 'a device as results', words: ['matrix', '/dev/zero'] },
  ]
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
