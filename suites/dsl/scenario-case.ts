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
import {
  recordSteps,
  scenarioContext,
  scenarioId,
  type Question,
  type Scenario,
} from './scenario.ts'

/** A scenario asked of one vendor: its checks with what that vendor's register cites for them. */
export function scenarioCase(
  scenario: Scenario,
  vendor: Vendor,
  basis: (check: string) => Basis,
): Case {
  const prefix = scenarioId(scenario)
  const shared = { vendor: vendor.id, feature: scenario.needs[0] }
  const checks = Object.entries(scenario.checks).flatMap(([key, question]) =>
    questionChecks(question, `${prefix}/${key}`, { vendor, basis }).map((check) => ({
      ...check,
      ...shared,
    })),
  )
  const operations = operationsOf(vendor, scenario.needs)
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
    needs: scenario.needs,
    access: scenario.access ?? 'write',
    run: async (context) => {
      leaveOut(scenario, context, prefix)
      try {
        await scenario.run(scenarioContext(scenario, context, prefix))
      } finally {
        const judged = judgeShapes(context.interactions.filter(holdsSomething))
        if (judged !== undefined) context.record(shape.id, judged)
      }
    },
  }
}

/** Decides the questions that need what is absent: the scenario leaves them out. */
const leaveOut = (scenario: Scenario, context: CaseContext, prefix: string): void => {
  for (const [key, { needs = [] }] of Object.entries(scenario.checks)) {
    const absent = absence(context, needs)
    if (absent !== undefined) recordSteps(context, `${prefix}/${key}`, absent)
  }
}

/** An answer that is empty shows no shape: a server that answers nothing at all does not pass. */
const holdsSomething = ({ reply }: Interaction): boolean =>
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
