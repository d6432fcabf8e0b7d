import type { Case } from '../../suites/case/case.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import type { Play } from './play.ts'

/** What one case came to at the endpoint that is right. */
export interface CaseRecord extends Pick<Play, 'passed' | 'notes'> {
  readonly case: Case
  /** the checks that pass, by id */
  readonly passing: ReadonlyMap<string, JudgedCheck>
  /** the points of the code that it came by */
  readonly met: ReadonlySet<number>
  /** the checks that a message decides, by its place among those that passed */
  readonly decidedBy: (message: number) => readonly string[]
}
