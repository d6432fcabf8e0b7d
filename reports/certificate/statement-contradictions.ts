import { isDeepStrictEqual } from 'node:util'

import { levels } from '../../specs/vendor/requirement.ts'
import {
  subjectHash,
  type Certificate,
  type CertifiedTarget,
  type Statement,
} from './certificate.ts'
import { certifiedVerdict, testResult, worstVerdict } from './certified-verdict.ts'
import { countedAt, placesOf, sum } from './count-checks.ts'
import { configurationOf } from './state.ts'
import { longestValidity } from './validity.ts'

/** What the parts of a statement say against each other, a sentence each; nothing that `state` made does. */
export function statementContradictions(statement: Statement): readonly string[] {
  const { orgproof: certificate, configuration } = statement.predicate
  return [
    ...certificate.targets.flatMap(targetContradictions),
    ...verdictContradictions(statement),
    ...testContradictions(statement),
    ...timeContradictions(certificate),
    ...repeatContradictions(statement),
    ...(isDeepStrictEqual(configuration, configurationOf(certificate))
      ? []
      : ['its configuration is not the suite, requirement set and documents that it names']),
  ]
}

const targetContradictions = (target: CertifiedTarget): readonly string[] => {
  const { name, scored, missing, required } = target
  const counts = levels.filter(
    (level) => countedAt(scored, level) + missing[level] !== required[level],
  )
  const codes = (
    [
      ['untestable', 'untestable'],
      ['absent', 'absentChecks'],
    ] as const
  ).filter(
    ([verdict, member]) =>
      counted(target, verdict) !== Object.values(target[member]).reduce(sum, 0),
  )
  return [
    ...counts.map((level) => `the checks of ${name} at ${level} do not add up`),
    ...codes.map(([verdict]) => `the codes of what is ${verdict} at ${name} do not add up`),
    ...(target.verdict === certifiedVerdict(target)
      ? []
      : [`the verdict of ${name} is not what its checks come to`]),
  ]
}

type CountedVerdict = 'untestable' | 'absent' | 'fail' | 'warn'

const counted = ({ scored, notScored }: CertifiedTarget, verdict: CountedVerdict): number =>
  [...placesOf(scored), ...placesOf(notScored)].map(({ totals }) => totals[verdict]).reduce(sum, 0)

const verdictContradictions = ({ predicate }: Statement): readonly string[] => {
  const { verdict, targets } = predicate.orgproof
  const names = targets.map(({ name }) => name)
  return [
    ...(new Set(names).size === names.length ? [] : ['a target stands there twice']),
    ...(verdict === worstVerdict(targets.map((target) => target.verdict))
      ? []
      : ['its verdict is not the worst of those of its targets']),
    ...(predicate.result === testResult(verdict, predicate.warnedTests)
      ? []
      : [`its test result ${predicate.result} does not fit the verdict ${verdict}`]),
  ]
}

const testContradictions = ({ predicate }: Statement): readonly string[] => {
  const { failedTests, warnedTests, orgproof } = predicate
  const failed = orgproof.targets
    .flatMap(({ scored }) => placesOf(scored))
    .filter(({ level }) => level === 'must')
    .map(({ totals }) => totals.fail)
    .reduce(sum, 0)
  const deviating = orgproof.targets
    .map((target) => counted(target, 'fail') + counted(target, 'warn'))
    .reduce(sum, 0)
  const all = [...failedTests, ...warnedTests]
  const asCounted = failedTests.length === failed && all.length === deviating
  return asCounted && new Set(all).size === all.length
    ? []
    : ['the tests that failed or warned are not as many as are counted']
}

const timeContradictions = ({
  run: { startedAt, finishedAt },
  issuedAt,
  expiresAt,
}: Certificate): readonly string[] => {
  const times = [startedAt, finishedAt, issuedAt, expiresAt].map((time) => Date.parse(time))
  const inOrder = times.every((time, at) => at === 0 || time >= (times[at - 1] ?? Number.NaN))
  const latest = Date.parse(finishedAt) + longestValidity
  return inOrder && Date.parse(expiresAt) > Date.parse(issuedAt) && Date.parse(expiresAt) <= latest
    ? []
    : ['its times do not follow each other, or it is to hold longer than a certificate may']
}

const repeatContradictions = (statement: Statement): readonly string[] => {
  const { repeat, run } = statement.predicate.orgproof
  if (repeat === undefined) return []
  const own = repeat.run === run.id || repeat.sha256 === subjectHash(statement, 'results')
  return [
    ...(own ? ['its second run is the first one again'] : []),
    ...(repeat.differing <= repeat.compared ? [] : ['its runs differ in more than was compared']),
  ]
}
