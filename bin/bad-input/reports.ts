import { baselineOf } from '../../reports/results/baseline.ts'
import { inventedResults } from '../../reports/results/invented-results.ts'
import { resultsFile } from '../../reports/results/results-file.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { changed, pathsIn } from './change.ts'
import { randomFrom } from './random.ts'
import { brokenJson } from './texts.ts'

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

/** A results file and a baseline with which nothing is wrong. */
export const soundResults: JsonObject = plain(resultsFile(inventedResults()))
export const soundBaseline: JsonObject = plain(baselineOf(inventedResults()))

/** Results and baselines that can not be used, each for the commands that read it. */
export function badReports(write: WriteFile): readonly BadInput[] {
  const sound = {
    results: write('results.json', JSON.stringify(soundResults)),
    baseline: write('baseline.json', JSON.stringify(soundBaseline)),
  }
  const results = [...texts(soundResults, 1), ...misfits(soundResults), ...contradictions]
  const baselines = [...texts(soundBaseline, 2), ...misfits(soundBaseline), ...wrongBaselines]
  return [
    ...results.map(([name, text], at) => {
      const path = write(`results-${at}.json`, text)
      return { name: `results: ${name}`, words: takenBy(path, sound)[at % 8] ?? [] }
    }),
    ...baselines.map(([name, text], at) => {
      const path = write(`baseline-${at}.json`, text)
      return { name: `a baseline: ${name}`, words: givenTo(path, sound.results)[at % 3] ?? [] }
    }),
  ]
}

interface Sound {
  readonly results: string
  readonly baseline: string
}

const takenBy = (
  path: string,
  { results: sound, baseline }: Sound,
): readonly (readonly string[])[] => [
  ['baseline', 'init', path],
  ['baseline', 'check', path, '--against', baseline],
  ['matrix', path],
  ['report', path, '--format', 'md'],
  ['compare', path, sound],
  ['compare', sound, path],
  ['merge', sound, path, '--out', `${path}.merged`],
  ['run', '--vendor', 'aws', '--rerun-failed', path],
]

const givenTo = (path: string, results: string): readonly (readonly string[])[] => [
  // refused for safety if the baseline were taken
  ['run', '--vendor', 'aws', '--endpoint', 'http://192.0.2.1:1', '--baseline', path],
  ['baseline', 'check', results, '--against', path],
  ['matrix', path],
]

type Named = readonly [name: string, text: string]

const texts = (sound: JsonObject, seed: number): readonly Named[] => [
  ...Object.entries(brokenJson),
  ...cuts(JSON.stringify({ ...sound, secret: planted }), seed),
]

/** The first part of a file, as a full disk or a killed program leaves it. */
const cuts = (text: string, seed: number): readonly Named[] => {
  const random = randomFrom(seed)
  return Array.from({ length: 12 }, (): Named => {
    const at = Math.floor(random() * text.length)
    return [`cut after ${at} characters`, text.slice(0, at)]
  })
}

/** Every member gone, of another type, and with a stranger beside it. */
const misfits = (sound: JsonObject): readonly Named[] =>
  pathsIn(sound).flatMap((path): readonly Named[] => {
    const place = path.join('.')
    const other: Json = { [planted]: [planted] }
    return [[`${place} is something else`, JSON.stringify(changed(sound, path, other))]]
  })

const results = (name: string, path: string, value: Json | undefined): Named => [
  name,
  JSON.stringify(changed(soundResults, path.split('.'), value)),
]

const checks = soundResults['checks'] as readonly Json[]

/** Well-formed files whose parts contradict each other. */
const contradictions: readonly Named[] = [
  results('complete and without checks', 'checks', []),
  results('complete and one check short', 'checks', checks.slice(1)),
  results('one check more than planned', 'run.planned', checks.length - 1),
  results('a check twice', 'checks', [...checks.slice(1), checks[1] ?? null]),
  results('a check of an unknown target', 'checks.0.target', planted),
  results('a check of another vendor', 'checks.0.vendor', 'huawei'),
  results('a check of an unknown vendor', 'checks.0.vendor', planted),
  results('a target of an unknown vendor', 'targets.0.vendor', planted),
  results('a verdict that is none', 'checks.0.verdict', planted),
  results('a verdict that changes the totals', 'checks.0.verdict', 'absent'),
  results('totals that do not add up', 'targets.0.totals.pass', 1_000_000),
  results('totals of an axis that do not add up', 'targets.0.axes.behaviour.pass', 9),
  results('an axis that is none', 'targets.0.axes.constructor', { pass: 1 }),
  results('conformant with a failure', 'targets.0.verdict', 'conformant'),
  results('an exchange that is not there', 'checks.0.exchanges', [99]),
  results('a citation that is not there', 'checks.0.citations', [99]),
  results('a check that follows a pass', 'checks.7', {
    ...(checks[7] as JsonObject),
    code: 'FOLLOWS',
    follows: 'scenario/one/passes',
  }),
  results('an exchange of an unknown target', 'exchanges.0.target', planted),
  results('two exchanges of one id', 'exchanges.1.id', 1),
  results('a shard beyond its number', 'run.selection.shard', { part: 3, of: 2 }),
  results('a target twice', 'targets', [
    ...(soundResults['targets'] as readonly Json[]),
    ...(soundResults['targets'] as readonly Json[]),
  ]),
  ['a __proto__ among the totals', JSON.stringify(soundResults).replace('"pass"', '"__proto__"')],
]

const baseline = (name: string, path: string, value: Json): Named => [
  name,
  JSON.stringify(changed(soundBaseline, path.split('.'), value)),
]

const executed = 'targets.invented.executed.scenario/one'

const wrongBaselines: readonly Named[] = [
  baseline('ten million checks in a case', `${executed}.count`, 1e7),
  baseline('no check in a case', `${executed}.count`, 0),
  baseline('half a check', `${executed}.count`, 1.5),
  baseline('fewer executed than listed', `${executed}.count`, 1),
  baseline('a hash that is none', `${executed}.ids`, planted),
  baseline('a verdict that is none', 'targets.invented.checks.scenario/one/fails', 'pass'),
  baseline('no targets', 'targets', {}),
  baseline('a shard beyond its number', 'selection.shard', { part: 2, of: 1 }),
  baseline('a target with a name that is none', 'targets.a b', { checks: {}, executed: {} }),
]
