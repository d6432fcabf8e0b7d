import type { RunRequest } from '../../suites/runner/messages.ts'
import { namesFewCases } from '../../suites/runner/selection.ts'
import type { Plan } from '../plan/plan.ts'
import { earlierParts } from './earlier-run.ts'
import type { Beginning } from './run-beginning.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunSurroundings } from './run-surroundings.ts'
import type { RunListeners } from './start-vitest.ts'
import type { GuardedListener } from './stopped-by-failure.ts'
import type { TestedTarget } from './targets.ts'

/** Everything that is to be asked. */
export interface Asking {
  readonly plan: RunPlan
  readonly tested: readonly TestedTarget[]
  readonly beginning: Beginning
  readonly surroundings: RunSurroundings
  readonly pseudonyms: string | undefined
}

/** Asks everything. Whatever ends it is told, and never thrown: what is known by then is reported. */
export async function askAll(
  { plan, tested, beginning, surroundings, pseudonyms }: Asking,
  { ensureHeard, ...listeners }: RunListeners & GuardedListener,
): Promise<void> {
  const { signal, broken } = listeners
  try {
    const request = requestOf(plan, tested, { ...beginning, ...surroundings })
    const { ledger: path, agreed } = surroundings
    const goesOn = surroundings.earlier !== undefined
    const own = await targetsOf(request, tested, { beginning, path, agreed, signal, goesOn })
    const told = pseudonyms === undefined ? {} : { pseudonyms }
    await ask({ ...request, ...told, ...own }, listeners)
    ensureHeard()
  } catch (error) {
    broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

interface Ledgered {
  readonly beginning: Beginning
  readonly path: string | undefined
  readonly agreed: Plan | undefined
  readonly signal: AbortSignal
  readonly goesOn: boolean
}

/** The targets that are asked, with the ledger where one is kept: what that needs is loaded only then. */
const targetsOf = async (
  request: RunRequest,
  tested: readonly TestedTarget[],
  { beginning: { suite, run }, path, agreed, signal, goesOn }: Ledgered,
): Promise<Pick<RunRequest, 'targets' | 'nonce' | 'namesFrom'>> => {
  if (path === undefined) return request
  const { withLedger } = await import('./with-ledger.ts')
  return withLedger(request, tested, {
    path,
    suite: suite.version,
    run,
    ...(agreed && { plan: agreed.hash }),
    stopped: signal,
    goesOn,
  })
}

/** Loads what asks when it is time to: whoever wants something wrong has been told by now. */
const ask = async (request: RunRequest, listeners: RunListeners): Promise<void> => {
  if (namesFewCases(request) || isWithinRunner()) {
    const { runHere } = await import('./run-here.ts')
    return runHere(request, listeners)
  }
  const { startVitest } = await import('./start-vitest.ts')
  return startVitest(request, listeners)
}

/** Who calls this from a test has a runner already: no other one is started within it. */
const isWithinRunner = (): boolean => '__vitest_worker__' in globalThis

const requestOf = (
  plan: RunPlan,
  tested: readonly TestedTarget[],
  { randomInt, uuid, suite, run, agreed, earlier }: RunSurroundings & Beginning,
): RunRequest => ({
  targets: tested.map(({ vendor, target }) => ({
    vendor: vendor.id,
    target,
    ...(agreed && { bounds: agreed.writes }),
  })),
  seed: plan.seed,
  nonce: randomInt(2 ** 40),
  ...plan.selection,
  ...(plan.evidence === true && { evidence: true }),
  ...(earlier &&
    earlierParts(
      earlier,
      tested.map(({ target }) => target.name),
    )),
  agent: { product: `${suite.name}/${suite.version}`, run: run.id },
  channel: `orgproof-${uuid()}`,
})
