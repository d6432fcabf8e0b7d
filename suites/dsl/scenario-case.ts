import { uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { operationsOf, operationsTold } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { absence, absenceCitations } from '../case/absence.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { judgeShapes } from '../case/judge-shapes.ts'
import { refusalChecks, type StepCheck } from '../case/refusal-checks.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Basis } from '../verdict/basis.ts'
import { ValidRefused } from '../verdict/cannot-go-on.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import { recordSteps, type AskedBy } from './checker.ts'
import type { Question } from './question.ts'
import { scenarioContext, scenarioId, type Scenario } from './scenario.ts'

/** A scenario asked of one vendor: its checks with what that vendor's register cites for them. */
export function scenarioCase(
  scenario: Scenario,
  vendor: Vendor,
  basis: (check: string) => Basis,
): Case {
  const prefix = scenarioId(scenario)
  const shared = {
    vendor: vendor.id,
    case: prefix,
    source: scenario.source ?? sourceIn(scenario),
    feature: scenario.needs[0],
  }
  const checks = Object.entries(scenario.checks).flatMap(([key, question]) =>
    questionChecks(question, `${prefix}/${key}`, { vendor, basis }).map((check) => ({
      ...check,
      ...shared,
      citations: cited(check.citations, vendor, [...scenario.needs, ...(question.needs ?? [])]),
    })),
  )
  const shape: Check = {
    ...shared,
    ...shapeQuestion(scenario, vendor),
    id: `${prefix}/answers-fit`,
  }
  return {
    id: prefix,
    checks: [...checks, shape],
    needs: scenario.needs,
    access: scenario.access ?? 'write',
    ...(scenario.freeAccounts && { freeAccounts: scenario.freeAccounts }),
    ...(scenario.movesTime && { movesTime: scenario.movesTime }),
    run: async (context) => {
      leaveOut(scenario, context, prefix)
      await judgingShapes(context, shape.id, () => tell(scenario, context, { prefix, basis }))
    },
  }
}

/** Tells a story, and decides whether its answers fit the contract, however it ends. */
const judgingShapes = async (
  { interactions, record }: Pick<CaseContext, 'interactions' | 'record'>,
  id: string,
  story: () => Promise<void>,
): Promise<void> => {
  const judged = (): Judgement | undefined => judgeShapes(interactions.filter(holdsSomething))
  try {
    await story()
  } catch (error) {
    const fitting = judged()
    // else it is as open as whatever else the story left
    if (fitting !== undefined) record(id, fitting)
    throw error
  }
  record(id, judged() ?? untestable('SETUP_FAILED', 'no answer held anything'))
}

/** Runs a scenario; what watches the run hears of a valid request that stopped it. */
const tell = async (scenario: Scenario, context: CaseContext, asked: AskedBy): Promise<void> => {
  try {
    await scenario.run(scenarioContext(scenario, context, asked))
  } catch (error) {
    if (error instanceof ValidRefused) context.monitor.steps.stopped(asked.prefix, error)
    throw error
  }
}

const shapeSource = sourceOf(import.meta.url)

const sourceIn = ({ kind, id }: Scenario): string =>
  `suites/${kind === 'law' ? 'laws' : 'scenarios'}/${id}.ts`

const shapeQuestion = (
  { needs }: Scenario,
  vendor: Vendor,
): Pick<Check, 'title' | 'source' | 'axis' | 'level' | 'citations'> => ({
  title: 'Every answer fits the contract',
  // of every scenario, and by none of them
  source: shapeSource,
  axis: 'shape',
  // a vendor without any of the operations promises nothing about them
  level: operationsOf(vendor, needs).length > 0 ? 'must' : 'may',
  citations: cited([], vendor, needs),
})

/**
 * Whoever says that the vendor does not offer what is asked about comes before the rules that claim it. What neither of
 * them speaks of, speaks of the operations that its scenario is told with.
 */
const cited = (
  citations: readonly Citation[],
  vendor: Vendor,
  needs: readonly Feature[],
): readonly Citation[] => {
  const saying = uniqueCitations([...absenceCitations(vendor, needs), ...citations])
  return saying.length > 0 ? saying : operationsTold(vendor, needs).map(({ citation }) => citation)
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
  const { refusal, or } = question
  if (refusal === undefined) {
    return [{ id, title: question.title, axis: question.axis ?? 'behaviour', level, citations }]
  }
  const { title, axis = 'refusal' } = question
  const expected = { id, title, refusal, or, axis, level, citations }
  return Object.values(refusalChecks(vendor, expected, 'scenario'))
}
