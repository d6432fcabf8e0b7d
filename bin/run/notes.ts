import type { Ears } from '../../reports/listen.ts'
import type { Told } from '../../suites/told.ts'
import type { Progress } from './progress.ts'
import type { RunRecord } from './record.ts'

/** What was heard of a run so far. */
export interface Notes {
  readonly told: readonly Told[]
  readonly planned: number
  /** by target: what could not be taken back */
  readonly left: ReadonlyMap<string, readonly string[]>
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Ears that keep what they hear, and pass it on to the record and the progress. */
export function noteTaker(
  record: RunRecord,
  progress: Progress,
): { readonly ears: Ears; readonly notes: () => Notes } {
  const told: Told[] = []
  const left = new Map<string, readonly string[]>()
  const broken: string[] = []
  let planned = 0
  const ears: Ears = {
    planned: (count) => {
      planned += count
      progress.planned(planned)
    },
    told: (one) => {
      told.push(one)
      record.told(one)
      progress.told(one)
    },
    left: (target, what) => void left.set(target, what),
    broken: (why) => void broken.push(why),
  }
  return { ears, notes: () => ({ told, planned, left, broken }) }
}
