import { judgeStop } from '../verdict/cannot-go-on.ts'
import type { ScenarioContext } from './scenario.ts'
import { differences, type Snapshot } from './snapshot.ts'

/** What leaves no trace: something that is done and undone again, or is refused. */
export interface Traceless<K extends string> {
  readonly key: K
  readonly perform: () => Promise<void>
}

/** A look at whatever may have a trace. */
type Look = () => Promise<Snapshot>

/**
 * Judges whether some doings leave the world as it was. It is looked at before the first and after the last of them; only
 * where it differs each is done once more between two looks of its own. What a single one does not show again is held
 * against all of them. One that can not be done keeps none of the others from being judged.
 */
export async function checkTraces<K extends string>(
  check: ScenarioContext<K>['check'],
  look: Look,
  doings: readonly Traceless<K>[],
): Promise<void> {
  const done: Traceless<K>[] = []
  const stops: unknown[] = []
  let before = await look()
  for (const doing of doings) {
    try {
      await doing.perform()
      done.push(doing)
    } catch (error) {
      if (judgeStop(error) === undefined) throw error
      stops.push(error)
      // what it was stopped in the middle of is no trace of the others
      before = await look()
    }
  }
  const left = differences(before, await look())
  for (const [{ key }, traces] of await sharesOf(left, look, done)) {
    check(key, traces, { holds: traces.length === 0, says: 'everything is as it was before' })
  }
  if (stops.length > 0) throw stops[0]
}

/** What each left behind of what all of them did. */
const sharesOf = async <K extends string>(
  left: readonly string[],
  look: Look,
  done: readonly Traceless<K>[],
): Promise<readonly (readonly [Traceless<K>, readonly string[]])[]> => {
  if (left.length === 0) return done.map((doing) => [doing, left] as const)
  const shares: (readonly [Traceless<K>, readonly string[]])[] = []
  for (const doing of done) {
    const before = await look()
    await doing.perform()
    shares.push([doing, differences(before, await look())])
  }
  const isShown = shares.some(([, traces]) => traces.length > 0)
  return isShown ? shares : done.map((doing) => [doing, left] as const)
}
