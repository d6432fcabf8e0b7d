import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import type { Problem } from '../../harness/problem.ts'
import type { EarlierRun } from '../../harness/run/earlier-run.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { targetName } from '../../harness/run/target-name.ts'
import { ownVersion } from '../../harness/version.ts'
import { isSamePlace } from '../../reports/certificate/certifiable.ts'
import type { EventsHeader } from '../../reports/results/events.ts'
import { usualExtent } from '../../suites/case/extent.ts'
import { earlierOf, isFinished } from '../files/earlier-of.ts'
import type { FileRead } from '../files/file-kind.ts'
import { readEvents } from '../files/read-events.ts'
import { spoken, type RunOptions } from './run-options.ts'

/** What is to go on: a run that had ended early, and whether it came to its end after all. */
export interface ResumedRun {
  readonly earlier: EarlierRun
  readonly finished: boolean
}

/** Reads the run of a folder, and what was said besides that contradicts it. */
export async function readResume(
  folder: string,
  options: RunOptions,
): Promise<FileRead<ResumedRun>> {
  const path = join(folder, 'events.ndjson')
  const events = await readEvents(path)
  if ('problems' in events) return events
  const { header, lines } = events.content
  const problems = [...versionProblem(path, header), ...contradictions(folder, header, options)]
  if (problems.length > 0) return { problems }
  return { content: { earlier: earlierOf(header, lines), finished: isFinished(lines) } }
}

/** The options of a run that goes on: what it was told in the beginning stands in its folder. */
export function resumedOptions(
  folder: string,
  { seed, selection, evidence, plan, pseudonymised, targets }: EventsHeader,
  options: RunOptions,
): RunOptions {
  const { shard, sequences } = selection
  const vendors = [...new Set(targets.map(({ vendor }) => vendor))]
  return {
    ...options,
    out: folder,
    seed: String(seed),
    only: selection.only,
    axis: selection.axes,
    ...(shard && { shard: `${shard.part}/${shard.of}` }),
    ...(sequences && { sequences: String(sequences.count), steps: String(sequences.steps) }),
    ...(options.vendor.length === 0 && options.target === undefined && { vendor: vendors }),
    ...(plan !== undefined && { plan }),
    ...(evidence === true && { evidence }),
    ...(pseudonymised === true && { pseudonymise: true }),
  }
}

/** The plan of a run that goes on, or why it is not the same run. */
export function resumedPlan(
  { selection, targets }: EventsHeader,
  plan: RunPlan,
): { readonly plan: RunPlan } | { readonly problems: readonly Problem[] } {
  const problems = targets.flatMap((known) => strangeness(known, plan))
  if (problems.length > 0) return { problems }
  const vendors = plan.vendors.filter((id) => targets.some(({ vendor }) => vendor === id))
  const { cases } = selection
  return { plan: { ...plan, vendors, selection: { ...plan.selection, ...(cases && { cases }) } } }
}

const strangeness = (
  known: EventsHeader['targets'][number],
  { vendors, target }: RunPlan,
): readonly Problem[] => {
  const id = vendors.find((one) => one === known.vendor)
  const { readOnly = target.readOnly } = known
  const differences: readonly (readonly [boolean, string])[] = [
    [id === undefined, 'its vendor is another one'],
    [id !== undefined && targetName(target.name, id) !== known.name, `its name is ${known.name}`],
    [!isSamePlace(known.endpoint, target.endpoint ?? embedded), 'its endpoint is another one'],
    [readOnly !== target.readOnly, readOnly ? 'it only reads' : 'it writes, too'],
  ]
  const told = differences.flatMap(([holds, says]) => (holds ? [says] : []))
  if (told.length === 0) return []
  return [
    {
      code: 'RESUME_CONTRADICTED',
      message: `the run to go on with is of another target: ${told.join('; ')}`,
      hint: 'name the target that it was given, as it was then',
    },
  ]
}

/** Somewhere on this machine. */
const embedded = 'http://127.0.0.1'

const versionProblem = (path: string, { suite }: EventsHeader): readonly Problem[] =>
  suite.version === ownVersion()
    ? []
    : [
        {
          code: 'RESUME_CONTRADICTED',
          message: `${path} is of a run of another version of the suite`,
          hint: 'checks may ask something else by now: begin anew',
        },
      ]

/** What was said besides, and is not so in the folder. What says the same is no mistake. */
const contradictions = (
  folder: string,
  { seed, selection, plan, pseudonymised }: EventsHeader,
  options: RunOptions,
): readonly Problem[] => {
  const { part, of } = selection.shard ?? {}
  const { count, steps } = selection.sequences ?? usualExtent
  const told: readonly (readonly [ResumedOption, boolean])[] = [
    ['seed', options.seed === String(seed)],
    ['sequences', options.sequences === String(count)],
    ['steps', options.steps === String(steps)],
    ['only', isDeepStrictEqual([...options.only], [...selection.only])],
    ['axis', isDeepStrictEqual([...options.axis], [...selection.axes])],
    ['shard', options.shard === `${part}/${of}`],
    ['out', resolve(options.out) === resolve(folder)],
    ['pseudonymise', options.pseudonymise === pseudonymised],
    ['plan', options.plan === plan],
    ['rerunFailed', false],
  ]
  return told.flatMap(([name, same]) =>
    same || options.given?.includes(name) !== true ? [] : [contradicted(spoken(options, name))],
  )
}

type ResumedOption =
  | 'seed'
  | 'sequences'
  | 'steps'
  | 'only'
  | 'axis'
  | 'shard'
  | 'out'
  | 'pseudonymise'
  | 'plan'
  | 'rerunFailed'

const contradicted = (name: string): Problem => ({
  code: 'RESUME_CONTRADICTED',
  message: `${name} says something else than the run to go on with`,
  hint: 'leave it out: what the run was told in the beginning stands in its folder',
})
