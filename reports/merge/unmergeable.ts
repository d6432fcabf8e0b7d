import { isDeepStrictEqual } from 'node:util'

import { isSamePlace } from '../certificate/certifiable.ts'
import { asWritten } from '../results/as-written.ts'
import type { Results, TargetResult } from '../results/results.ts'

/** Why results are not the shards of one run, a sentence each; nothing of those that can be merged. */
export function unmergeable(all: readonly Results[]): readonly string[] {
  const [first, ...others] = all
  if (first === undefined) return ['there are no results']
  const { shard } = first.run.selection
  if (shard === undefined || all.some(({ run }) => run.selection.shard === undefined)) {
    return ['not all of them are results of a shard (run --shard)']
  }
  return [
    ...partProblems(all, shard.of),
    ...others.flatMap((other) => strangeness(first, other)),
  ].filter((why, at, whole) => whole.indexOf(why) === at)
}

/** Every part has to be there, and once. */
const partProblems = (all: readonly Results[], of: number): readonly string[] => {
  const shards = all.flatMap(({ run }) => run.selection.shard ?? [])
  if (shards.some((shard) => shard.of !== of)) {
    return ['they are shards of runs that were split into different numbers of them']
  }
  const parts = shards.map(({ part }) => part)
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(
    (part) => !parts.includes(part),
  )
  const twice = new Set(parts.filter((part, at) => parts.indexOf(part) !== at))
  return [
    ...(missing.length === 0
      ? []
      : [`of the ${of} shards ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`]),
    ...[...twice].map((part) => `the shard ${part} stands there twice`),
  ]
}

/** A few numbers; of very many the first. */
const listed = (numbers: readonly number[]): string =>
  numbers.length <= 10
    ? numbers.join(', ')
    : `${numbers.slice(0, 10).join(', ')} and ${numbers.length - 10} more`

const strangeness = (first: Results, other: Results): readonly string[] => {
  const asked = [first, other].map(({ run }) => {
    const { shard: _, ...selection } = run.selection
    return asWritten(selection)
  })
  return [
    ...(first.suite.version === other.suite.version
      ? []
      : ['they were made with different releases of the suite']),
    ...(first.run.seed === other.run.seed ? [] : ['they were made with different seeds']),
    ...(isDeepStrictEqual(asked[0], asked[1]) ? [] : ['they are of different selections']),
    ...(first.run.pseudonymised === other.run.pseudonymised
      ? []
      : ['some of them have pseudonyms, and some do not']),
    // a shard may have nothing of a target, but then it has something of another one
    ...(first.targets.some(({ name }) => other.targets.some((one) => one.name === name))
      ? []
      : ['they asked different targets']),
    ...first.targets.flatMap((target) => {
      const same = other.targets.find(({ name }) => name === target.name)
      return same === undefined || isSameTarget(target, same)
        ? []
        : [`they asked different targets of the name ${target.name}`]
    }),
  ]
}

const isSameTarget = (one: TargetResult, other: TargetResult): boolean =>
  isSamePlace(one.endpoint, other.endpoint) &&
  (['vendor', 'readOnly', 'absent', 'limits', 'identity', 'requirements'] as const).every(
    (member) => isDeepStrictEqual(asWritten(one[member]), asWritten(other[member])),
  )
