import { Stage, Status, type TestResult } from 'allure-js-commons'
import type { RuntimeMessage } from 'allure-js-commons/sdk'
import {
  getEnvironmentLabels,
  getHostLabel,
  getLanguageLabel,
} from 'allure-js-commons/sdk/reporter'

import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import { reasonText, type Verdict } from '../../suites/verdict/verdict.ts'
import { whoSaysSo } from './terminal/who-says-so.ts'

/** Adds what only the results know of a check: the rules that claim it, and the line that repeats an exchange. */
export interface AllureSources {
  readonly claims: (target: string, check: string) => readonly string[]
  readonly curl: (target: string, exchange: ShownExchange) => string
}

/** Where a check belongs, who says so, and what came of it. */
export function allureResult({ judged }: CheckReport, sources: AllureSources): Partial<TestResult> {
  const { id, target, title, verdict, reason = verdict } = judged
  const identity = `${target}/${id}`
  const wrong = verdict === 'fail' || verdict === 'error'
  return {
    name: title,
    fullName: identity,
    titlePath: identity.split('/').slice(0, -1),
    testCaseId: identity,
    historyId: identity,
    status: statuses[verdict],
    stage: statuses[verdict] === Status.SKIPPED ? Stage.PENDING : Stage.FINISHED,
    statusDetails: wrong ? { message: reason } : {},
    labels: [
      ...Object.entries(labelsOf(judged)).map(([name, value]) => ({ name, value })),
      getLanguageLabel(),
      getHostLabel(),
      ...getEnvironmentLabels(),
    ],
    parameters: [
      { name: 'check', value: id },
      { name: 'verdict', value: verdict },
    ],
    description: descriptionOf(judged, sources),
  }
}

const statuses: Readonly<Record<Verdict, Status>> = {
  pass: Status.PASSED,
  warn: Status.PASSED,
  absent: Status.PASSED,
  fail: Status.FAILED,
  error: Status.BROKEN,
  untestable: Status.SKIPPED,
  inconclusive: Status.SKIPPED,
}

/** The exchanges that show a finding, each a text with the line that repeats it. */
export function allureAttachments(
  { judged: { verdict, target }, exchanges }: CheckReport,
  sources: AllureSources,
): readonly RuntimeMessage[] {
  // one missing operation leaves dozens of checks untestable, all of them with the same exchange
  if (verdict === 'untestable') return []
  return exchanges.map((exchange) => attachment(exchange, sources.curl(target, exchange)))
}

const labelsOf = ({
  vendor,
  operation,
  feature,
  axis,
  level,
  target,
}: CheckReport['judged']): Readonly<Record<string, string>> => ({
  framework: 'orgproof',
  parentSuite: target,
  epic: vendor,
  feature: feature ?? operation ?? axis,
  story: operation ?? feature ?? axis,
  severity: { must: 'critical', should: 'normal', may: 'minor' }[level],
  suite: operation ?? feature ?? axis,
  tag: axis,
})

const attachment = (exchange: ShownExchange, curl: string): RuntimeMessage => ({
  type: 'attachment_content',
  data: {
    name: `${exchange.operation} by ${exchange.account}`,
    content: Buffer.from(exchangeText(exchange, curl)).toString('base64'),
    encoding: 'base64',
    contentType: 'text/plain',
    fileExtension: '.txt',
  },
})

const descriptionOf = (judged: CheckReport['judged'], { claims }: AllureSources): string => {
  const { id, target, expected, received } = judged
  const lines = [
    ['Check', `\`${id}\``],
    ['Why', reasonText(judged)],
    ['Expected', expected],
    ['Received', received],
    ['Who says so', whoSaysSo({ ...judged, requirements: claims(target, id) })],
  ]
  return lines
    .flatMap(([name, text]) => (text === undefined ? [] : [`**${name}:** ${text}`]))
    .join('\n\n')
}

const exchangeText = ({ request, answer, lost, took }: ShownExchange, curl: string): string =>
  [
    curl,
    '',
    `> ${request.method} ${request.path}`,
    ...Object.entries(request.headers).map(([name, value]) => `> ${name}: ${value}`),
    `> ${request.body}`,
    '',
    ...(answer === undefined
      ? [`< ${lost ?? 'no answer'}`]
      : [
          `< ${answer.status}, ${took} ms`,
          ...Object.entries(answer.headers).map(([name, value]) => `< ${name}: ${value}`),
          `< ${answer.body}`,
        ]),
  ].join('\n')
