import type { Selection } from './results.ts'

/** Whether a selection leaves nothing out. */
export function asksEverything({ only, axes, shard, cases, sequences }: Selection): boolean {
  const isNamed = only.length + axes.length > 0 || cases !== undefined
  return !isNamed && shard === undefined && sequences?.count !== 0
}
