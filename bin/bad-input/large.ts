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
  return [
    { name: 'a string of 60 MiB', words: ['baseline', 'init', long], exit: 0 },
    { name: 'a string of 60 MiB as a baseline', words: ['run', '--baseline', long] },
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
