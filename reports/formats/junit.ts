import type { CheckResult, ExchangeResult, Results, TargetResult } from '../results/results.ts'
import { questionInId } from '../results/step-in-id.ts'
import { grouped } from '../text/grouped.ts'
import { caseXml, tagOf, type Question } from './junit-case.ts'
import { attributes } from './xml-attributes.ts'

/**
 * The results as JUnit XML: one suite for each target and operation (or feature), one case for each question; the steps in
 * which a refusal is judged are one case. A case says how long the endpoint took for the calls that show what it found; all of
 * them together, how long the run took.
 */
export function junitXml({ suite, run, targets, checks, exchanges }: Results): string {
  const known = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const suites = targets.flatMap((target) => suitesOf(target, checks))
  const all = suites.flatMap(({ questions }) => questions)
  const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000
  const head = attributes({ name: suite.name, ...countsOf(all), time: seconds.toFixed(3) })
  const rendered = suites.map((one) => suiteXml(one, run.startedAt, known))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${rendered.join('')}</testsuites>\n`
}

interface Suite {
  readonly name: string
  readonly questions: readonly Question[]
}

const suitesOf = ({ name }: TargetResult, checks: readonly CheckResult[]): readonly Suite[] => {
  const own = checks.filter(({ target }) => target === name)
  const ids = new Set(own.map(({ id }) => id))
  const groups = grouped(own, ({ operation, feature, axis }) => operation ?? feature ?? axis)
  return [...groups].map(([group, members]) => ({
    name: `${name}.${group}`,
    questions: [...grouped(members, ({ id }) => questionInId(id, ids)).values()],
  }))
}

const suiteXml = (
  { name, questions }: Suite,
  timestamp: string,
  exchanges: ReadonlyMap<number, ExchangeResult>,
): string => {
  const cases = questions.map((question) => caseXml(name, question, exchanges))
  const head = attributes({ name, ...countsOf(questions), timestamp })
  return `  <testsuite${head}>\n${cases.join('\n')}\n  </testsuite>\n`
}

const countsOf = (questions: readonly Question[]): Record<string, number> => {
  const tags = questions.map(tagOf)
  const count = (wanted: ReturnType<typeof tagOf>): number =>
    tags.filter((tag) => tag === wanted).length
  return {
    tests: questions.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
}
