import { reasonText, severity, type Verdict } from '../../suites/verdict/verdict.ts'
import type { CheckResult, ExchangeResult } from '../results/results.ts'
import { escapedMarkup } from '../text/escaped-markup.ts'
import { callsTook } from './calls-took.ts'
import { whoSaysSo } from './terminal/who-says-so.ts'
import { attributes } from './xml-attributes.ts'

/** The checks of one question: the steps of a refusal, or one check alone. */
export type Question = readonly [CheckResult, ...CheckResult[]]

type Tag = 'failure' | 'error' | 'skipped'

/** The word of JUnit for each verdict that is not simply passed. */
const tags: Readonly<Partial<Record<Verdict, Tag>>> = {
  fail: 'failure',
  error: 'error',
  untestable: 'skipped',
  inconclusive: 'skipped',
}

/** What a question comes to: the worst of its steps. Undefined where it passed. */
export function tagOf(question: Question): Tag | undefined {
  return tags[worstOf(question).verdict]
}

/** A step behind another of the same question is no news beside that one. */
const worstOf = (question: Question): CheckResult =>
  question
    .filter(({ follows }) => !question.some(({ id }) => id === follows))
    .reduce(
      (worst, one) => (severity(one.verdict) > severity(worst.verdict) ? one : worst),
      question[0],
    )

/** A question as a case of JUnit: what failed is its body; what only warns is told, and fails nothing. */
export function caseXml(
  classname: string,
  question: Question,
  exchanges: ReadonlyMap<number, ExchangeResult>,
): string {
  const tag = tagOf(question)
  const [{ id }] = question
  const head = `    <testcase${attributes({ classname, name: id, ...timeOf(question, exchanges) })}`
  const worst = worstOf(question)
  const message = reasonText(worst) ?? worst.verdict
  if (tag === 'failure' || tag === 'error') {
    const wrong = question.filter((one) => tags[one.verdict] === tag)
    const body = wrong.map((one) => bodyOf(one, exchanges)).join('\n\n')
    const opened = `${tag}${attributes({ message, type: worst.axis })}`
    return `${head}>\n      <${opened}>${escapedMarkup(body)}</${tag}>\n${warned(question)}    </testcase>`
  }
  const inner = [
    ...(tag === 'skipped' ? [`      <skipped${attributes({ message })}/>\n`] : []),
    warned(question),
  ].join('')
  return inner === '' ? `${head}/>` : `${head}>\n${inner}    </testcase>`
}

/** What JUnit has no word for: a deviation where the evidence is soft. */
const warned = (question: Question): string => {
  const soft = question.filter(({ verdict }) => verdict === 'warn')
  if (soft.length === 0) return ''
  const lines = soft.map((one) => `warning: ${one.id}: ${reasonText(one) ?? one.title}`)
  return `      <system-out>${escapedMarkup(lines.join('\n'))}</system-out>\n`
}

const timeOf = (
  question: Question,
  exchanges: ReadonlyMap<number, ExchangeResult>,
): { readonly time?: string } => {
  const took = callsTook(question, exchanges)
  return took === undefined ? {} : { time: (took / 1000).toFixed(3) }
}

const bodyOf = (check: CheckResult, exchanges: ReadonlyMap<number, ExchangeResult>): string => {
  const { id, title, expected = '-', received = '-' } = check
  return [
    title,
    `check: ${id}`,
    `expected: ${expected}`,
    `received: ${received}`,
    `who says so: ${whoSaysSo(check)}`,
    ...check.exchanges.flatMap((exchange) => exchanges.get(exchange)?.curl ?? []),
  ].join('\n')
}
