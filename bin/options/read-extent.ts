import type { Problem } from '../../harness/problem.ts'
import { usualExtent, type Extent } from '../../suites/case/extent.ts'
import { readWhole } from './numbers.ts'
import { spoken, type RunOptions } from './run-options.ts'

/** How many sequences a run is to play, where that was said, and what is wrong with how. */
export interface ExtentReading {
  readonly sequences?: Extent
  readonly problems: readonly Problem[]
}

/** Reads how many sequences a run is to play, and of how many steps. */
export function readExtent(options: RunOptions): ExtentReading {
  const { sequences, steps } = options
  if (sequences === undefined && steps === undefined) return { problems: [] }
  const count = readWhole(
    spoken(options, 'sequences'),
    sequences ?? String(usualExtent.count),
    [0, 100_000],
  )
  const each = readWhole(spoken(options, 'steps'), steps ?? String(usualExtent.steps), [1, 1000])
  const problems = [count, each].flatMap((one) => ('problem' in one ? [one.problem] : []))
  if ('problem' in count || 'problem' in each) return { problems }
  return { sequences: { count: count.value, steps: each.value }, problems }
}
