import { replacedIn, symbolsIn } from './saying.ts'
import type { Script, Step } from './script.ts'

/** How long a script is shortened for. */
export interface Budget {
  /** how often it may be played for that */
  readonly plays: number
  /** whether there is time left */
  readonly goesOn: () => boolean
}

/** Whether something still shows in a script; undefined where it may not be played any more. */
type Try = (script: Script) => Promise<boolean | undefined>

/**
 * The shortest script that is found in which something still shows, until no single step can be left out or the budget is
 * spent. What need not be done in a unit is done in the root.
 */
export async function shrinkScript(
  script: Script,
  shows: (shorter: Script) => Promise<boolean>,
  { plays, goesOn }: Budget,
): Promise<Script> {
  let left = plays
  const trying: Try = async (shorter) => {
    if (left <= 0 || !goesOn()) return undefined
    left -= 1
    return shows(shorter)
  }
  const shorter = await shortened(script, trying)
  const flatter = await flattened(shorter, trying)
  return flatter === shorter ? shorter : shortened(flatter, trying)
}

/** Parts are left out, larger ones first (Zeller and Hildebrandt 2002, "Simplifying and Isolating Failure-Inducing Input"). */
const shortened = async (script: Script, trying: Try): Promise<Script> => {
  let kept = script
  let size = Math.ceil(kept.length / 2)
  while (size >= 1) {
    const before = kept
    for (let end = kept.length; end > 0; end -= size) {
      const shorter = kept.toSpliced(Math.max(0, end - size), Math.min(size, end))
      const isLonger = shorter.length === 0 || shorter.length === kept.length
      if (!isLonger && (await trying(shorter)) === true) kept = shorter
    }
    if (size === 1 && kept === before) break
    size = Math.max(1, Math.floor(size / 2))
  }
  return kept
}

/** Whatever is done in a unit, or with it, is done with the root where that shows the same. */
const flattened = async (script: Script, trying: Try): Promise<Script> => {
  let kept = script
  const units = new Set(script.flatMap(({ args }) => symbolsIn(args)).filter(isUnit))
  for (const unit of units) {
    const flatter = kept.map((step): Step => ({
      ...step,
      args: replacedIn(
        step.args,
        (symbol) => `$${symbol === unit ? 'root' : symbol}`,
      ) as Step['args'],
    }))
    if ((await trying(flatter)) === true) kept = flatter
  }
  return kept
}

const isUnit = (symbol: string): boolean => symbol.startsWith('unit ')
