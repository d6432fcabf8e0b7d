import type { RuntimeMessage } from 'allure-js-commons/sdk'

import type { ShownExchange } from '../../suites/client/shown-exchange.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import { reasonText } from '../../suites/verdict/verdict.ts'
import { whoSaysSo } from '../terminal/who-says-so.ts'

/** Adds what only the results know of a check: the rules that claim it, and the line that repeats an exchange. */
export interface AllureSources {
  readonly claims: (target: string, check: string) => readonly string[]
  readonly curl: (target: string, exchange: ShownExchange) => string
}

/** What Allure is told of a check besides its state: where it belongs, who says so, what was exchanged. */
export function allureMessages(
  { judged, exchanges }: CheckReport,
  sources: AllureSources,
): readonly RuntimeMessage[] {
  const identity = `${judged.target}/${judged.id}`
  // one missing operation leaves dozens of checks untestable, all of them with the same exchange
  const shown = judged.verdict === 'untestable' ? [] : exchanges
  return [
    {
      type: 'metadata',
      data: {
        testCaseId: identity,
        historyId: identity,
        labels: Object.entries(labelsOf(judged)).map(([name, value]) => ({ name, value })),
        parameters: [
          { name: 'check', value: judged.id },
          { name: 'verdict', value: judged.verdict },
        ],
        description: descriptionOf(judged, sources),
      },
    },
    ...shown.map((exchange) => attachment(exchange, sources.curl(judged.target, exchange))),
  ]
}

const labelsOf = ({ vendor, operation, feature, axis, level }: CheckReport['judged']) => ({
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
  const { id, target, citations, expected, received } = judged
  const lines = [
    ['Check', `\`${id}\``],
    ['Why', reasonText(judged)],
    ['Expected', expected],
    ['Received', received],
    ['Who says so', whoSaysSo({ citations, requirements: claims(target, id) })],
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
