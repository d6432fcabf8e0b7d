import type { Selection } from './results.ts'

/** Whether a selection leaves nothing out. */
export function asksEverything({ only, axes, shard, cases }: Selection): boolean {
  return only.length + axes.length === 0 && shard === undefined && cases === undefined
}
