import type { Selection } from './results.ts'

/** Whether a shard is one that there can be: parts count from 1 to their number. */
export function shardContradictions({ shard }: Selection): readonly string[] {
  if (shard === undefined || shard.part <= shard.of) return []
  return [`the shard ${shard.part} is more than the ${shard.of} there are`]
}
