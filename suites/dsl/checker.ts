import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { CaseContext } from '../case/case-context.ts'
import { stepId } from '../case/refusal-checks.ts'
import type { Basis } from '../verdict/basis.ts'
import { CheckFailed, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { judgeAccepted, judgeUnworded } from '../verdict/judge-undue.ts'
import { judgeRefusal, judgeValid } from '../verdict/judge.ts'
import { describeOutcome, given, type Outcome } from '../verdict/outcome.ts'
import { refusalSteps } from '../verdict/refusal-step.ts'
import { judgedSteps } from '../verdict/steps.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { judgeValue, type Expected } from './compare.ts'
import { ensureLimited, heldToLimit, unlessReached } from './limit.ts'
import type { Question } from './question.ts'

/** What is due of a command that ought to be refused. */
export interface Due<T> {
  /** the limit that it goes beyond */
  readonly beyond?: LimitName
  /** what it may answer where the real service is seen to carry it out */
  readonly fits?: (value: T) => boolean
}

/** Decides the questions of a scenario. */
export interface Checker<K extends string> {
  /** a value read from the endpoint is what the rule states */
  (key: K, received: unknown, expected: Expected): void
  /**
   * a command succeeds; answers its value. When it does not, the scenario can not go on: throws `CheckFailed` where that
   * is a finding, else what `given` throws. `within` names a limit that it does not go beyond, and that nobody but this
   * story uses up.
   */
  readonly done: <T>(key: K, outcome: Outcome<T>, within?: LimitName) => T
  /** the call that a question is about is carried out: answers its value, and leaves the question open; else as `done` */
  readonly ensured: <T>(key: K, outcome: Outcome<T>) => T
  /**
   * A command is refused, for the reason that the question names. Where the real service is seen to carry it out
   * (observed.json), an endpoint may do so, too, if what it answers fits. Throws `PrerequisiteMissing` (NO_QUOTA) where it
   * succeeds beyond a limit, and nobody says that the target keeps to just that number.
   */
  readonly refused: <T>(key: K, outcome: Outcome<T>, due?: Due<T>) => void
  /** a prerequisite that no single outcome shows. Throws `PrerequisiteMissing` when it does not hold. */
  readonly twin: (holds: boolean, says: string) => void
}

/** What a scenario is asked by: the id its checks start with, and who says so. */
export interface AskedBy {
  readonly prefix: string
  readonly basis: (check: string) => Basis
}

/** What decides the questions of a scenario that is asked as a case. */
export function checkerOf<K extends string>(
  questions: Readonly<Record<K, Question>>,
  context: CaseContext,
  { prefix, basis }: AskedBy,
): Checker<K> {
  const latest = (): readonly number[] =>
    context.interactions.slice(-1).map(({ exchange }) => exchange.id)
  const compared = (key: K, received: unknown, expected: Expected): void => {
    const { contradicted = false } = basis(`${prefix}/${key}`)
    const shown = { exchanges: latest(), contradicted }
    context.record(`${prefix}/${key}`, judgeValue(received, expected, shown))
  }
  return Object.assign(compared, {
    ...carriedOut<K>(context, { prefix, basis }),
    twin: (holds: boolean, says: string): void => {
      if (!holds) throw new PrerequisiteMissing('SETUP_FAILED', `not so: ${says}`, latest())
    },
    refused: <T>(key: K, answered: Outcome<T>, { beyond, fits }: Due<T> = {}): void => {
      const outcome = unlessReached(context, answered)
      if (beyond !== undefined) ensureLimited(context, outcome, beyond)
      const { refusal: name, or: other } = questions[key]
      const id = `${prefix}/${key}`
      if (name === undefined) throw new Error(`${id} names no refusal`)
      const unworded = judgeUnworded(context.vendor, name, outcome)
      if (unworded !== undefined) return recordSteps(context, id, unworded)
      const names = [name, other].filter((one) => one !== undefined)
      const judged =
        judgeAccepted(outcome, basis(id), fits) ?? judgeRefusal(context.vendor, names, outcome)
      for (const [step, judgement] of judgedSteps(judged, (each) => stepId(id, each))) {
        context.record(step, judgement)
      }
      if (isIntrusion(questions[key], outcome, context)) context.intruded(id)
    },
  })
}

/** Decides of valid requests whether they are carried out. */
const carriedOut = <K extends string>(
  { vendor, target, record }: Pick<CaseContext, 'vendor' | 'target' | 'record'>,
  { prefix, basis }: AskedBy,
): Pick<Checker<K>, 'done' | 'ensured'> => {
  const done = <T>(key: K, answered: Outcome<T>, within?: LimitName): T => {
    const id = `${prefix}/${key}`
    const outcome =
      within === undefined ? answered : heldToLimit({ vendor, target }, answered, within)
    const judged = judgeValid(vendor, outcome, basis(id).refuses)
    record(id, judged)
    return valueOf(id, outcome, judged)
  }
  const ensured = <T>(key: K, outcome: Outcome<T>): T =>
    outcome.kind === 'done' ? outcome.value : done(key, outcome)
  return { done, ensured }
}

/** The value of a command that a check asks about; throws where there is none. */
const valueOf = <T>(check: string, outcome: Outcome<T>, judged: Judgement): T => {
  const said = describeOutcome(outcome)
  if (judged.verdict === 'fail') throw new CheckFailed(check, said, judged.exchanges)
  // refused as by the real service: that is no mistake of its own
  if (judged.code === 'SETUP_FAILED') {
    throw new PrerequisiteMissing('SETUP_FAILED', said, judged.exchanges)
  }
  return given(outcome)
}

/** Whether somebody was let in who never had the right. Accounts that are given go from case to case: one may have had it. */
const isIntrusion = (
  { axis, formerly }: Question,
  { kind }: Outcome<unknown>,
  { target }: Pick<CaseContext, 'target'>,
): boolean =>
  kind === 'done' && axis === 'authorization' && formerly !== true && target.accounts.mode === 'any'

/** Decides every step of a question alike. */
export function recordSteps(
  { record }: Pick<CaseContext, 'record'>,
  question: string,
  judgement: Judgement,
): void {
  for (const step of refusalSteps) record(stepId(question, step), judgement)
}
