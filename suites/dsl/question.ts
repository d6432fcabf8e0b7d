import type { Feature } from '../../specs/vendor/feature.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Axis } from '../verdict/verdict.ts'

/** One question of a scenario. With `refusal` it is asked in steps: refused, declared, code, sub-code. */
export interface Question {
  /** present tense, at most 70 characters, never "should" */
  readonly title: string
  /** `behaviour` unless said; `refusal` for questions that expect one */
  readonly axis?: Axis
  readonly refusal?: RefusalName
  /** another refusal that is as good, where no document tells which of the two rules comes first */
  readonly or?: RefusalName
  /** of the axis `authorization`: whoever asks had the right until a moment ago, so that lag may let it in */
  readonly formerly?: true
  /** features it needs beside the scenario's own; where one is absent the scenario leaves it out */
  readonly needs?: readonly Feature[]
}
