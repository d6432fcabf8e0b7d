import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif'

import { reasonText } from '../../suites/verdict/verdict.ts'
import { isFinding } from '../causes/causes.ts'
import type { CheckResult, Results, TargetResult } from '../results/results.ts'
import { grouped } from '../text/grouped.ts'
import { printable } from '../text/printable.ts'
import { saidOf } from './said-of.ts'
import { evidenceOf, whoSaysSo } from './terminal/who-says-so.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

/** The findings as SARIF 2.1.0, a run for each target: for whatever shows alerts of analysers. Errors of ours are notifications. */
export function sarifLog(results: Results): string {
  const byTarget = grouped(results.checks, ({ target }) => target)
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: results.targets.map((target) =>
      runOf(results, target, byTarget.get(target.name)?.filter(isFinding) ?? []),
    ),
  }
  return `${JSON.stringify(log)}\n`
}

const runOf = (
  { suite, run }: Results,
  { name, endpoint, verdict }: TargetResult,
  findings: readonly CheckResult[],
): Run => {
  const [ours, theirs] = [
    findings.filter((check) => check.verdict === 'error'),
    findings.filter((check) => check.verdict !== 'error'),
  ]
  return {
    tool: {
      driver: { name: suite.name, semanticVersion: suite.version, rules: theirs.map(ruleOf) },
    },
    automationDetails: { id: `${suite.name}/${name}/${run.id}` },
    invocations: [
      {
        executionSuccessful: run.complete && ours.length === 0,
        startTimeUtc: run.startedAt,
        endTimeUtc: run.finishedAt,
        toolExecutionNotifications: ours.map(notificationOf),
      },
    ],
    originalUriBaseIds: { SUITE: { description: { text: 'the repository of the suite' } } },
    columnKind: 'utf16CodeUnits',
    properties: { target: name, endpoint, verdict },
    results: theirs.map(resultOf),
  }
}

/** What a check asks; where it is said is the help. */
const ruleOf = (check: CheckResult): ReportingDescriptor => {
  const { id, title, level, axis, vendor, requirements } = check
  const { page } = evidenceOf(check)
  return {
    id,
    shortDescription: { text: title },
    help: { text: `Who says so: ${whoSaysSo(check)}` },
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: level === 'must' ? 'error' : 'warning' },
    properties: { tags: [vendor, axis, level, ...requirements] },
  }
}

const resultOf = (check: CheckResult, ruleIndex: number): Result => {
  const { id, target, verdict, operation, feature, axis, source } = check
  const name = operation ?? feature ?? axis
  return {
    ruleId: id,
    ruleIndex,
    level: verdict === 'fail' ? 'error' : 'warning',
    message: { text: messageOf(check) },
    locations: [
      {
        // an endpoint has no file that we know of: what is there to open is the question
        physicalLocation: { artifactLocation: { uri: source, uriBaseId: 'SUITE' } },
        logicalLocations: [{ name, fullyQualifiedName: `${target}/${name}`, kind: 'function' }],
      },
    ],
    partialFingerprints: { 'orgproof/v1': `${target} ${id}` },
  }
}

const messageOf = (check: CheckResult): string => {
  const said = saidOf(check).map(([name, text]) => `${name}: ${text}`)
  return [`${check.target}: ${check.title}`, ...said].join('\n')
}

const notificationOf = (check: CheckResult): Notification => ({
  level: 'error',
  message: { text: `${check.id}: ${printable(reasonText(check) ?? check.title)}` },
})
