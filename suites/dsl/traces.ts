import { judgeStop } from '../verdict/cannot-go-on.ts'
import type { ScenarioContext } from './scenario.ts'
import { differences, type Snapshot } from './snapshot.ts'

/** What leaves no trace: something that is done and undone again, or is refused. */
export interface Traceless<K extends string> {
  readonly key: K
  readonly perform: () => Promise<void>
}

/** How traces are looked for. */
export interface Tracing<K extends string> {
  /** looks at whatever may have a trace */
  readonly look: () => Promise<Snapshot>
  /** makes what the doings are about, as often as it is asked to */
  readonly prepare: () => Promise<readonly Traceless<K>[]>
}

/**
 * Judges whether some doings leave the world as it was. It is looked at before the first and after the last of them; only
 * where it differs each is done once more, about things of its own and between two looks of its own. What a single one does
 * not show is held against all of them. One that can not be done keeps none of the others from being judged.
 */
export async function checkTraces<K extends string>(
  check: ScenarioContext<K>['check'],
  tracing: Tracing<K>,
): Promise<void> {
  const { look, prepare } = tracing
  const done: K[] = []
  const stops: unknown[] = []
  const doings = await prepare()
  let before = await look()
  for (const { key, perform } of doings) {
    const stop = await stopOf(perform)
    if (stop === undefined) {
      done.push(key)
      continue
    }
    stops.push(stop)
    // what it was stopped in the middle of is no trace of the others
    before = await look()
  }
  const left = differences(before, await look())
  const shares = left.length === 0 ? new Map<K, readonly string[]>() : await sharesOf(tracing)
  const isShown = [...shares.values()].some((traces) => traces.length > 0)
  for (const key of done) {
    const traces = isShown ? (shares.get(key) ?? []) : left
    check(key, traces, { holds: traces.length === 0, says: 'everything is as it was before' })
  }
  if (stops.length > 0) throw stops[0]
}

/** What each leaves behind by itself. */
const sharesOf = async <K extends string>({
  look,
  prepare,
}: Tracing<K>): Promise<ReadonlyMap<K, readonly string[]>> => {
  const shares = new Map<K, readonly string[]>()
  const stop = await stopOf(async () => {
    const doings = await prepare()
    for (const { key, perform } of doings) {
      const before = await look()
      if ((await stopOf(perform)) !== undefined) continue
      shares.set(key, differences(before, await look()))
    }
  })
  // there may be no more of what it takes
  return stop === undefined ? shares : new Map()
}

/** What stopped something on its way; undefined where it came to its end. Throws what is our own mistake. */
const stopOf = async (perform: () => Promise<void>): Promise<unknown> => {
  try {
    await perform()
    return undefined
  } catch (error) {
    if (judgeStop(error) === undefined) throw error
    return error
  }
}
