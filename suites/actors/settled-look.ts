import type { Pause } from '../client/stop.ts'
import type { Changes } from './changes.ts'
import type { Standing } from './effect.ts'

/** What looking again works with. */
export interface LookingAgain {
  readonly pause: Pause
  readonly changes: Pick<Changes, 'unseenFor'>
}

/** Waits between the first looks, in milliseconds: what was written takes a moment to be seen, whoever answers. */
const firstWaits = [50, 150, 450] as const

/**
 * What stands, looked at again until it is as expected, or until whatever was changed has to be seen: what is seen before
 * that may be older than the last change.
 */
export async function settledLook(
  { pause, changes }: LookingAgain,
  look: () => Promise<Standing>,
  expected: (seen: Standing) => boolean,
): Promise<Standing> {
  let seen = await look()
  for (const wait of waitsFor(changes)) {
    if (expected(seen)) return seen
    await pause(wait)
    seen = await look()
  }
  return seen
}

/** Waits that grow, the last one until everything has to be seen. */
function* waitsFor({ unseenFor }: LookingAgain['changes']): Generator<number> {
  let waited = 0
  for (const wait of firstWaits) {
    waited += wait
    yield wait
  }
  for (let left = unseenFor(); left > 0; left = unseenFor()) {
    const wait = Math.min(left, waited)
    waited += wait
    yield wait
  }
}
