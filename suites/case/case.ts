import type { Feature } from '../../specs/vendor/features.ts'
import type { Check } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'

/** What is played as one piece, on resources of its own, and decides several checks. */
export interface Case {
  readonly id: string
  readonly checks: readonly Check[]
  /** the features (features.json) without which it makes no sense */
  readonly needs: readonly Feature[]
  /** whether anything is written; reads alone run in read-only mode */
  readonly access: 'read' | 'write'
  /** it says what came of everything that was asked: played when all others have been, and at least this check's case */
  readonly after?: string
  /** Records a judgement for each of its checks that is wanted; throws `PrerequisiteMissing` or `NotSettled` when it can not go on. */
  readonly run: (context: CaseContext) => Promise<void>
}
