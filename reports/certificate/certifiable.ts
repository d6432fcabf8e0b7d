import { isLoopback } from '../../suites/client/loopback.ts'
import type { Results, Selection, TargetResult } from '../results/results.ts'

/** Why nothing can be certified of results, a sentence each: they are only a part, or say not when they are of. */
export function uncertifiable({ run }: Pick<Results, 'run'>): readonly string[] {
  return [
    ...(run.complete ? [] : ['the run was stopped, or did not judge all that it planned']),
    ...partOf(run.selection),
    ...([run.startedAt, run.finishedAt].every(isTime)
      ? []
      : ['the run does not say in ISO 8601 when it began and ended']),
  ]
}

const partOf = ({ only, axes, shard, cases }: Selection): readonly string[] => [
  ...(only.length === 0 ? [] : ['the run asked only some checks (--only)']),
  ...(axes.length === 0 ? [] : ['the run asked only on some axes (--axis)']),
  ...(cases === undefined ? [] : ['the run asked an earlier one again in part (--rerun-failed)']),
  ...(shard === undefined
    ? []
    : [`these are the results of shard ${shard.part} of ${shard.of}, not of the whole run`]),
]

/** A time in UTC as results say it, to the millisecond. */
const isTime = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString() === text
}

/** Why a run is no second one of the same, a sentence each. */
export function unrepeatable(first: Results, second: Results): readonly string[] {
  const strangers = second.targets.filter((one) => !first.targets.some((other) => same(one, other)))
  const lacking = first.targets.filter((one) => !second.targets.some((other) => same(one, other)))
  return [
    ...(first.run.id === second.run.id ? ['it is the same run, not a second one'] : []),
    ...(first.suite.version === second.suite.version
      ? []
      : ['it was made with another version of the suite']),
    ...lacking.map(({ name }) => `it did not ask the target ${name} at the same endpoint`),
    ...strangers.map(({ name }) => `the first run did not ask its target ${name} there`),
  ]
}

const same = (one: TargetResult, other: TargetResult): boolean =>
  one.name === other.name &&
  one.vendor === other.vendor &&
  one.readOnly === other.readOnly &&
  isSamePlace(one.endpoint, other.endpoint)

/** On loopback a server may get another port each time it starts; anywhere else the whole address counts. */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other)
}

const placeOf = (endpoint: string): string => {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  return url !== undefined && isLoopback(url) ? 'loopback' : endpoint
}
