import { counted } from '../text/counted.ts'
import type { Cause } from './causes.ts'

type Told = Pick<Cause, 'missing' | 'waiting'>

/** Causes as reports tell them: what is missing in one piece, the others one by one. */
export interface ToldCauses<C extends Told> {
  /** those of operations that are not offered */
  readonly missing: readonly (C & Required<Pick<Cause, 'missing'>>)[]
  /** checks that could not be asked as long as any of these is missing */
  readonly waiting: number
  readonly others: readonly C[]
}

/** Takes apart what is missing and what is wrong, each in the order in which it pays to mend it. */
export function toldCauses<C extends Told>(causes: readonly C[]): ToldCauses<C> {
  const missing = causes.filter(isMissing)
  return {
    missing,
    waiting: missing.reduce((sum, cause) => sum + cause.waiting, 0),
    others: causes.filter((cause) => !isMissing(cause)),
  }
}

/** How many operations are missing: `5 operations are not offered`. */
export function missingText(count: number): string {
  return `${counted(count, 'operation')} ${count === 1 ? 'is' : 'are'} not offered`
}

/** Whether nothing of a cause fails. */
export function isSoft({ findings: [first] }: Pick<Cause, 'findings'>): boolean {
  return first.verdict === 'warn'
}

const isMissing = <C extends Told>(cause: C): cause is C & Required<Pick<Cause, 'missing'>> =>
  cause.missing !== undefined
