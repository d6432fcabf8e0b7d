import { asksEverything } from '../results/asks-everything.ts'
import type { Results } from '../results/results.ts'
import type { EndpointSource } from './source.ts'

/** The endpoints of a results.json, as a matrix takes them. */
export function endpointsOfResults({
  suite,
  run,
  targets,
  checks,
}: Results): readonly EndpointSource[] {
  return targets.map(({ name, vendor, verdict, endpoint, limits, readOnly }) => ({
    name,
    vendor,
    verdict,
    source: 'run',
    suite: suite.version,
    seed: run.seed,
    whole: run.complete && asksEverything(run.selection) && !readOnly,
    url: endpoint,
    limits,
    observed: checks.filter(({ target }) => target === name),
  }))
}
