import { createHash } from 'node:crypto'

import { own as ownOf } from '../../specs/contract/own.ts'
import type { Verdict } from '../../suites/verdict/verdict.ts'
import { grouped } from '../text/grouped.ts'
import { caseInId } from './case-in-id.ts'
import type { CheckResult, Results, Selection } from './results.ts'
import { shardContradictions } from './shard-contradictions.ts'

/** The name of this shape of baselines; its JSON Schema is specs/schemas/baseline.schema.json. */
export const baselineSchema = 'orgproof/baseline/1'

/** What is known of an endpoint: committed, reviewed, and compared with later runs. */
export interface Baseline {
  readonly schema: typeof baselineSchema
  readonly suite: string
  readonly seed: number
  readonly selection: Selection
  readonly targets: Readonly<Record<string, TargetBaseline>>
}

/** The part of one target. What is not listed passes. */
export interface TargetBaseline {
  /** every check that does not pass, sorted */
  readonly checks: Readonly<Record<string, Exclude<Verdict, 'pass'>>>
  /** by case: how many checks were executed, and the hash of their sorted ids, so that none vanishes unseen */
  readonly executed: Readonly<Record<string, Executed>>
}

/** The checks of one case: how many, and the first 16 hexadecimal digits of sha256 over their ids, one a line. */
export interface Executed {
  readonly count: number
  readonly ids: string
}

/** The baseline that a run comes to. Throws when the run did not come to its end, or asked an earlier one again: half a run is no measure. */
export function baselineOf({ suite, run, targets, checks }: Results): Baseline {
  if (!run.complete)
    throw new Error('the run did not come to its end; a baseline needs a whole one')
  if (run.selection.cases !== undefined)
    throw new Error('the run asked an earlier one again in part; a baseline needs a whole one')
  return {
    schema: baselineSchema,
    suite: suite.version,
    seed: run.seed,
    selection: run.selection,
    targets: Object.fromEntries(
      targets.map(({ name }) => {
        const own = checks.filter(({ target }) => target === name)
        return [name, { checks: notPassing(own), executed: executedOf(own) }]
      }),
    ),
  }
}

/** What the parts of a baseline say against each other, a sentence each; nothing in one that a run came to. */
export function baselineContradictions({ selection, targets }: Baseline): readonly string[] {
  return [
    ...shardContradictions(selection),
    ...Object.entries(targets).flatMap(([name, { checks, executed }]) => {
      const listed = grouped(Object.keys(checks), caseInId)
      const more = [...listed].filter(([id, own]) => own.length > (ownOf(executed, id)?.count ?? 0))
      if (more.length === 0) return []
      return [`the target ${name} lists more checks of ${more.length} cases than were executed`]
    }),
  ]
}

/** The executed checks of a target by case. */
export function executedOf(own: readonly CheckResult[]): TargetBaseline['executed'] {
  const cases = grouped(own, (check) => check.case)
  return Object.fromEntries(
    [...cases].toSorted(byName).map(([name, checks]) => {
      const ids = checks.map(({ id }) => id).toSorted()
      const hash = createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 16)
      return [name, { count: ids.length, ids: hash }]
    }),
  )
}

const notPassing = (own: readonly CheckResult[]): TargetBaseline['checks'] =>
  Object.fromEntries(
    own
      .flatMap(({ id, verdict }): [string, Exclude<Verdict, 'pass'>][] =>
        verdict === 'pass' ? [] : [[id, verdict]],
      )
      .toSorted(byName),
  )

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1
