import type { Script } from './script.ts'

/** How long a script is shortened for. */
export interface Budget {
  /** how often it may be played for that */
  readonly plays: number
  /** whether there is time left */
  readonly goesOn: () => boolean
}

/**
 * The shortest script that is found in which something still shows: parts are left out, the larger ones first, until no
 * single step can be (Zeller and Hildebrandt 2002, "Simplifying and Isolating Failure-Inducing Input"), or the budget is
 * spent.
 */
export async function shrinkScript(
  script: Script,
  shows: (shorter: Script) => Promise<boolean>,
  { plays, goesOn }: Budget,
): Promise<Script> {
  let kept = script
  let left = plays
  let size = Math.ceil(kept.length / 2)
  while (size >= 1) {
    let changed = false
    for (let end = kept.length; end > 0 && left > 0 && goesOn(); end -= size) {
      const shorter = kept.toSpliced(Math.max(0, end - size), Math.min(size, end))
      if (shorter.length === 0 || shorter.length === kept.length) continue
      left -= 1
      if (await shows(shorter)) {
        kept = shorter
        changed = true
      }
    }
    if (left <= 0 || !goesOn() || (size === 1 && !changed)) break
    size = size === 1 ? 1 : Math.floor(Math.min(size, kept.length) / 2) || 1
  }
  return kept
}
