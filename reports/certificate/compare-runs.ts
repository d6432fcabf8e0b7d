import type { Results } from '../results/results.ts'
import type { Repeat } from './certificate.ts'

/** How two runs of the same differ: check by check, by their verdicts alone. `sha256` is that of the second. */
export function compareRuns(first: Results, second: Results, sha256: string): Repeat {
  const [one, other] = [verdictsOf(first), verdictsOf(second)]
  const ids = new Set([...one.keys(), ...other.keys()])
  const differing = [...ids].filter((id) => one.get(id) !== other.get(id)).length
  const { id, startedAt } = second.run
  return { run: id, startedAt, sha256, compared: ids.size, differing }
}

const verdictsOf = ({ checks }: Results): ReadonlyMap<string, string> =>
  new Map(checks.map(({ target, id, verdict }) => [JSON.stringify([target, id]), verdict]))
