import { operationsOf } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { absence } from '../case/absence.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import type { Case } from '../case/case.ts'
import { refusalSteps, type RefusalStep } from '../verdict/judge.ts'
import { recordSteps, sceneOf, stepId, type Question, type Scenario } from './scenario.ts'
import type { Stage } from '../case/case-context.ts'
import type { Talk } from '../client/interaction.ts'
import type { Axis, Check, Judgement } from '../verdict/verdict.ts'

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
  const shared = { vendor: vendor.id, feature: told.needs[0] }
  const checks = Object.entries(told.checks).flatMap(([key, question]) =>
    questionChecks(question, `${prefix}/${key}`, { vendor, basis }).map((check) => ({
      ...check,
      ...shared,
    })),
  )
  const operations = operationsOf(vendor, told.needs)
  const shape: Check = {
    ...shared,
    id: `${prefix}/answers-fit`,
    title: 'Every answer fits the contract',
    axis: 'shape',
    // a vendor without any of the operations promises nothing about them
    level: operations.length > 0 ? 'must' : 'may',
    citations: operations.map(({ citation }) => citation),
  }
  return {
    id: prefix,
    checks: [...checks, shape],
    needs: told.needs,
    access: told.access ?? 'write',
    play: async (stage) => {
      leaveOut(told, stage, prefix)
      try {
        await told.play(sceneOf(told, stage, prefix))
      } finally {
        const judged = judgeShapes(stage.talks.filter(saysSomething))
        if (judged !== undefined) stage.record(shape.id, judged)
      }
    },
  }
}

/** Decides the questions that need what is absent: the story does not ask them. */
const leaveOut = (told: Scenario, stage: Stage, prefix: string): void => {
  for (const [key, { needs = [] }] of Object.entries(told.checks)) {
    const absent = absence(stage, needs)
    if (absent !== undefined) recordSteps(stage, `${prefix}/${key}`, absent)
  }
}

/** A story always hears something: a server that says nothing at all shows no shape. */
const saysSomething = ({ reply }: Talk): boolean =>
  reply.kind === 'output' && Object.keys(reply.output).length > 0

/** Whether the answers of a case fit the contract; undefined when nothing succeeded. */
export function judgeShapes(talks: readonly Talk[]): Judgement | undefined {
  const outputs = talks.filter(({ reply }) => reply.kind === 'output')
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

const allSoft = ({ violations }: Talk): boolean => violations.every(({ soft }) => soft)

const questionChecks = (
  question: Question,
  id: string,
  { vendor, basis }: { readonly vendor: Vendor; readonly basis: (check: string) => Basis },
): Omit<Check, 'vendor' | 'feature'>[] => {
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
      citations: [...citations, ...citationsOf(vendor, row?.citations ?? [])],
    }))
}

const axisOf = (step: RefusalStep, axis: Axis | undefined): Axis => {
  if (step === 'reason') return 'reason'
  return step === 'refused' ? (axis ?? 'refusal') : 'refusal'
}

const citationsOf = (
  vendor: Vendor,
  rows: readonly { readonly lines: readonly [number, number]; readonly sha256: string }[],
): Check['citations'] =>
  rows.map((row) => ({ kind: 'document', document: vendor.contract.document, ...row }))
