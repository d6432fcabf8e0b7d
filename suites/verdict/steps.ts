import type { Judgement } from './verdict.ts'

/** The judgement of one of several steps; `behind` names the step whose failure left it nothing to look at. */
export type StepJudgement<S extends string> = Judgement & { readonly behind?: S }

/** What each step came to. */
export type Steps<S extends string> = Readonly<Record<S, StepJudgement<S>>>

/** A step behind one that failed. */
export function behind<S extends string>(
  step: S,
  reason: string,
  exchanges: readonly number[],
): StepJudgement<S> {
  return { verdict: 'untestable', code: 'FOLLOWS', behind: step, reason, exchanges }
}

/**
 * The judgements of steps by the ids of their checks: what stands behind a step follows its check. Steps that have no
 * check are left out. Throws where one follows such a step: our own mistake.
 */
export function judgedSteps<S extends string>(
  steps: Steps<S>,
  idOf: (step: S) => string | undefined,
): readonly (readonly [id: string, judgement: Judgement])[] {
  return (Object.entries(steps) as [S, StepJudgement<S>][]).flatMap(([step, judged]) => {
    const id = idOf(step)
    return id === undefined ? [] : [[id, placed(judged, idOf)] as const]
  })
}

const placed = <S extends string>(
  { behind: before, ...judgement }: StepJudgement<S>,
  idOf: (step: S) => string | undefined,
): Judgement => {
  if (before === undefined) return judgement
  const check = idOf(before)
  if (check === undefined) throw new Error(`the step ${before} has no check to follow`)
  return { ...judgement, follows: check }
}
