import type { Results, RunFacts } from '../../reports/results/results.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { ownVersion } from '../version.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunSurroundings } from './run-surroundings.ts'
import type { TestedTarget } from './targets.ts'

/** What is known of a run when it begins. */
export interface Beginning {
  readonly suite: Results['suite']
  readonly run: Pick<RunFacts, 'id' | 'startedAt' | 'seed' | 'selection' | 'plan' | 'pseudonymised'>
}

/** Begins a run: it gets its id and its time. */
export function beginningOf(
  { seed, selection, pseudonymise }: RunPlan,
  { now, uuid, agreed }: RunSurroundings,
): Beginning {
  return {
    suite: { name: 'orgproof', version: ownVersion() },
    run: {
      id: uuid(),
      startedAt: new Date(now()).toISOString(),
      seed,
      selection,
      ...(agreed && { plan: agreed.hash }),
      ...(pseudonymise === true && { pseudonymised: true as const }),
    },
  }
}

/** What the suite is asked to run. */
export function requestOf(
  plan: RunPlan,
  tested: readonly TestedTarget[],
  { randomInt, uuid, suite, run, agreed }: RunSurroundings & Beginning,
): RunRequest {
  return {
    targets: tested.map(({ vendor, target }) => ({
      vendor: vendor.id,
      target,
      ...(agreed && { bounds: agreed.writes }),
    })),
    seed: plan.seed,
    nonce: randomInt(2 ** 40),
    ...plan.selection,
    ...(plan.evidence === true && { evidence: true }),
    agent: { product: `${suite.name}/${suite.version}`, run: run.id },
    channel: `orgproof-${uuid()}`,
  }
}
