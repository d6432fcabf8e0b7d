import { operationsOf } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { absence } from '../case/absence.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { judgeShapes } from '../case/judge-shapes.ts'
import { refusalChecks, type StepCheck } from '../case/refusal-checks.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Basis } from '../verdict/basis.ts'
import type { Check } from '../verdict/verdict.ts'
import { recordSteps, scenarioContext, type Question, type Scenario } from './scenario.ts'

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

const questionChecks = (
  question: Question,
  id: string,
  { vendor, basis }: { readonly vendor: Vendor; readonly basis: (check: string) => Basis },
): readonly StepCheck[] => {
  const { level, citations } = basis(id)
  const { refusal } = question
  if (refusal === undefined) {
    return [{ id, title: question.title, axis: question.axis ?? 'behaviour', level, citations }]
  }
  const { title, axis = 'refusal' } = question
  const expected = { id, title, refusal, axis, level, citations }
  return Object.values(refusalChecks(vendor, expected, 'scenario'))
}
