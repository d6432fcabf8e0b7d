import type { Feature } from '../../specs/vendor/feature.ts'
import type { Check } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'

/** What runs as one piece, on resources of its own, and decides several checks. */
export interface Case {
  readonly id: string
  readonly checks: readonly Check[]
  /** the features without which it makes no sense */
  readonly needs: readonly Feature[]
  /** whether anything is written; reads alone run in read-only mode */
  readonly access: 'read' | 'write'
  /** it makes sense only where any account may call: what stands elsewhere is not known */
  readonly freeAccounts?: true
  /** it plays sequences of commands, and holds each against a model of its own */
  readonly playsSequences?: true
  /** it lets days pass: it runs when all that stay in their time have, and no two of its kind at once */
  readonly movesTime?: true
  /** it judges what the whole run saw: it runs when all others have, and at least the case of this check */
  readonly after?: Pick<Check, 'id' | 'case'>
  /** Records a judgement for each of its checks that is wanted; throws `PrerequisiteMissing` or `NotSettled` when it can not go on. */
  readonly run: (context: CaseContext) => Promise<void>
}
