import type { JudgedCheck } from '../../suites/verdict/verdict.ts'

/** For tests: how many of the checks that weigh most are decided, and why the others are not. */
export interface Decided {
  /** checks of the level `must` */
  readonly must: number
  /** those of them that pass or fail */
  readonly decided: number
  /** the others: how often each reason is given, the most frequent first */
  readonly undecided: readonly (readonly [reason: string, count: number])[]
}

/** For tests: counts the `must` checks of a run that pass or fail. */
export function decidedIn(judged: readonly JudgedCheck[]): Decided {
  const must = judged.filter(({ level }) => level === 'must')
  const open = must.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'fail')
  const reasons = new Map<string, number>()
  for (const { verdict, code = '', reason = '' } of open) {
    const why = `${verdict} ${code}: ${reason}`
    reasons.set(why, (reasons.get(why) ?? 0) + 1)
  }
  return {
    must: must.length,
    decided: must.length - open.length,
    undecided: [...reasons].toSorted(([, one], [, other]) => other - one),
  }
}
