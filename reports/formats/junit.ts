import { reasonText, type Verdict } from '../../suites/verdict/verdict.ts'
import type { CheckResult, Results, TargetResult } from '../results/results.ts'
import { escapedMarkup } from '../text/escaped-markup.ts'
import { grouped } from '../text/grouped.ts'
import { whoSaysSo } from './terminal/who-says-so.ts'

/** The results as JUnit XML: one suite per target and operation (or feature), one case per check. */
export function junitXml({ run, targets, checks, exchanges }: Results): string {
  const curls = new Map(exchanges.map(({ id, curl }) => [id, curl]))
  const suites = targets.flatMap((target) => suitesOf(target, checks))
  const rendered = suites.map(({ name, own }) => {
    const cases = own.map((check) => caseXml(name, check, curls))
    const counts = attributes({ name, ...countsOf(own), timestamp: run.startedAt })
    return `  <testsuite${counts}>\n${cases.join('\n')}\n  </testsuite>\n`
  })
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'orgproof', ...countsOf(checks) })}>\n`
  return `${head}${rendered.join('')}</testsuites>\n`
}

interface Suite {
  readonly name: string
  readonly own: readonly CheckResult[]
}

const suitesOf = ({ name }: TargetResult, checks: readonly CheckResult[]): readonly Suite[] => {
  const own = checks.filter(({ target }) => target === name)
  const groups = grouped(own, ({ operation, feature, axis }) => operation ?? feature ?? axis)
  return [...groups].map(([group, members]) => ({ name: `${name}.${group}`, own: members }))
}

const caseXml = (
  classname: string,
  check: CheckResult,
  curls: ReadonlyMap<number, string>,
): string => {
  const head = `    <testcase${attributes({ classname, name: check.id })}`
  const tag = tags[check.verdict]
  if (tag === undefined) return `${head}/>`
  const message = reasonText(check) ?? check.verdict
  if (tag === 'skipped') {
    return `${head}>\n      <skipped${attributes({ message })}/>\n    </testcase>`
  }
  const body = escapedMarkup(bodyOf(check, curls))
  const opened = `${tag}${attributes({ message, type: check.axis })}`
  return `${head}>\n      <${opened}>${body}</${tag}>\n    </testcase>`
}

/** The word of JUnit for each verdict that is not simply passed. */
const tags: Readonly<Partial<Record<Verdict, 'failure' | 'error' | 'skipped'>>> = {
  fail: 'failure',
  error: 'error',
  untestable: 'skipped',
  inconclusive: 'skipped',
}

const bodyOf = (check: CheckResult, curls: ReadonlyMap<number, string>): string => {
  const { title, expected = '-', received = '-', exchanges } = check
  return [
    title,
    `expected: ${expected}`,
    `received: ${received}`,
    `who says so: ${whoSaysSo(check)}`,
    ...exchanges.flatMap((id) => curls.get(id) ?? []),
  ].join('\n')
}

const countsOf = (checks: readonly CheckResult[]): Record<string, number> => {
  const count = (...wanted: readonly CheckResult['verdict'][]): number =>
    checks.filter(({ verdict }) => wanted.includes(verdict)).length
  return {
    tests: checks.length,
    failures: count('fail'),
    errors: count('error'),
    skipped: count('untestable', 'inconclusive'),
  }
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(
      ([name, value]) => ` ${name}="${escapedMarkup(String(value)).replaceAll(/[\t\n\r]/gu, ' ')}"`,
    )
    .join('')
