import { cite, uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import { operationsOf, operationsTold, type Feature } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { absence } from '../case/absence.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import type { Interaction } from '../client/interaction.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { refusalSteps, type RefusalStep } from '../verdict/judge.ts'
import type { Axis, Check, Judgement } from '../verdict/verdict.ts'
import { recordSteps, scenarioContext, stepId, type Question, type Scenario } from './scenario.ts'

const stepTitles: Readonly<Record<RefusalStep, string>> = {
  refused: '',
  declared: ': an error that is declared',
  code: ': the right code',
  reason: ': the right sub-code',
}

/** A scenario asked of one vendor: its checks with what that vendor's register cites for them. */
export function scenarioCase(
  told: Scenario,
  vendor: Vendor,
  basis: (check: string) => Basis,
): Case {
  const prefix = `${told.kind ?? 'scenario'}/${told.id}`
  const shared = {
    vendor: vendor.id,
    case: prefix,
    source: `suites/${told.kind === 'law' ? 'laws' : 'scenarios'}/${told.id}.ts`,
    feature: told.needs[0],
  }
  const checks = Object.entries(told.checks).flatMap(([key, question]) =>
    questionChecks(question, `${prefix}/${key}`, { vendor, basis }).map((check) => ({
      ...check,
      ...shared,
      citations: cited(check.citations, vendor, [...told.needs, ...(question.needs ?? [])]),
    })),
  )
  const shape: Check = { ...shared, ...shapeQuestion(told, vendor), id: `${prefix}/answers-fit` }
  return {
    id: prefix,
    checks: [...checks, shape],
    needs: told.needs,
    access: told.access ?? 'write',
    run: async (context) => {
      leaveOut(told, context, prefix)
      try {
        await told.run(scenarioContext(told, context, prefix))
      } finally {
        const judged = judgeShapes(context.interactions.filter(saysSomething))
        if (judged !== undefined) context.record(shape.id, judged)
      }
    },
  }
}

const shapeQuestion = (
  { needs }: Scenario,
  vendor: Vendor,
): Pick<Check, 'title' | 'axis' | 'level' | 'citations'> => ({
  title: 'Every answer fits the contract',
  axis: 'shape',
  // a vendor without any of the operations promises nothing about them
  level: operationsOf(vendor, needs).length > 0 ? 'must' : 'may',
  citations: operationsTold(vendor, needs).map(({ citation }) => citation),
})

/** What no rule claims speaks of the operations that its story is told with. */
const cited = (
  citations: readonly Citation[],
  vendor: Vendor,
  needs: readonly Feature[],
): readonly Citation[] =>
  citations.length > 0 ? citations : operationsTold(vendor, needs).map(({ citation }) => citation)

/** Decides the questions that need what is absent: the story does not ask them. */
const leaveOut = (told: Scenario, context: CaseContext, prefix: string): void => {
  for (const [key, { needs = [] }] of Object.entries(told.checks)) {
    const absent = absence(context, needs)
    if (absent !== undefined) recordSteps(context, `${prefix}/${key}`, absent)
  }
}

/** A story always hears something: a server that says nothing at all shows no shape. */
const saysSomething = ({ reply }: Interaction): boolean =>
  reply.kind === 'output' && Object.keys(reply.output).length > 0

/** Whether the answers of a case fit the contract; undefined when nothing succeeded. */
export function judgeShapes(interactions: readonly Interaction[]): Judgement | undefined {
  const outputs = interactions.filter(({ reply }) => reply.kind === 'output')
  if (outputs.length === 0) return undefined
  const broken = outputs.filter(({ violations }) => violations.length > 0)
  const [worst] = broken.toSorted((a, b) => Number(allSoft(a)) - Number(allSoft(b)))
  if (worst === undefined) return { verdict: 'pass', exchanges: [] }
  const found = worst.violations.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')
  return {
    verdict: allSoft(worst) ? 'warn' : 'fail',
    reason: `${worst.exchange.operation}: ${found}`,
    expected: 'an answer as the contract describes it',
    received: found,
    exchanges: [worst.exchange.id],
  }
}

const allSoft = ({ violations }: Interaction): boolean => violations.every(({ soft }) => soft)

const questionChecks = (
  question: Question,
  id: string,
  { vendor, basis }: { readonly vendor: Vendor; readonly basis: (check: string) => Basis },
): Omit<Check, 'vendor' | 'case' | 'source' | 'feature'>[] => {
  const { level, citations } = basis(id)
  const { refusal } = question
  if (refusal === undefined) {
    return [{ id, title: question.title, axis: question.axis ?? 'behaviour', level, citations }]
  }
  const row = vendor.refusals.refusals[refusal]
  const hasReason = row?.answers.every(({ reason }) => reason !== undefined) === true
  return refusalSteps
    .filter((step) => step !== 'reason' || hasReason)
    .map((step) => ({
      id: stepId(id, step),
      refusal,
      title: `${question.title}${stepTitles[step]}`,
      axis: axisOf(step, question.axis),
      level:
        step === 'refused'
          ? level
          : softer(level, step === 'code' ? (row?.level ?? 'may') : 'should'),
      citations: uniqueCitations([
        ...citations,
        ...(row?.citations ?? []).map((lines) => cite(vendor.contract.document, lines)),
      ]),
    }))
}

const axisOf = (step: RefusalStep, axis: Axis | undefined): Axis => {
  if (step === 'reason') return 'reason'
  return step === 'refused' ? (axis ?? 'refusal') : 'refusal'
}
