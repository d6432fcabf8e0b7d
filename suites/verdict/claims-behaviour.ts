import type { Axis } from './verdict.ts'

const claims: ReadonlySet<Axis> = new Set<Axis>([
  'behaviour',
  'refusal',
  'reason',
  'pagination',
  'authorization',
  'isolation',
  'atomicity',
])

/** Whether a pass on an axis claims that something was done: a server that does nothing passes on the others, too. */
export function claimsBehaviour(axis: Axis): boolean {
  return claims.has(axis)
}
