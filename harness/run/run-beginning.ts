import { formatsOf } from '../../reports/formats/formats.ts'
import type { Results, RunFacts } from '../../reports/results/results.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import { planFileText } from '../plan/plan.ts'
import { ownVersion } from '../version.ts'
import { allureSources } from './allure-sources.ts'
import { openRunFiles, type RunFiles } from './run-files.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunSurroundings } from './run-surroundings.ts'
import type { TestedTarget } from './targets.ts'

/** What is known of a run before anything is asked. */
export interface Beginning {
  readonly suite: Results['suite']
  readonly run: Pick<RunFacts, 'id' | 'startedAt' | 'seed' | 'selection' | 'plan' | 'pseudonymised'>
}

/** Begins a run, or goes on with one: then its id and its start are those that it had. */
export function beginningOf(
  plan: RunPlan,
  { now, uuid, agreed, earlier }: RunSurroundings,
): Beginning {
  const { seed, selection, pseudonymise } = plan
  const { id, startedAt } = earlier?.header ?? {
    id: uuid(),
    startedAt: new Date(now()).toISOString(),
  }
  const pseudonymised = pseudonymise === true && ({ pseudonymised: true } as const)
  return {
    suite: { name: 'orgproof', version: ownVersion() },
    run: { id, startedAt, seed, selection, ...(agreed && { plan: agreed.hash }), ...pseudonymised },
  }
}

/** What the reports of a run are opened with. */
interface Opening extends RunSurroundings {
  readonly keepsEvidence: boolean
  /** takes out of a text whose the targets are, where nobody is to know */
  readonly hide: Redact
}

/** Opens the reports of a run that begins. */
export function openFiles(
  { suite, run }: Beginning,
  tested: readonly TestedTarget[],
  { out, allure, formats, agreed, now, earlier, keepsEvidence, hide }: Opening,
): RunFiles {
  const targets = tested.map(({ target: { name, vendor, endpoint, readOnly } }) => ({
    name,
    vendor,
    endpoint,
    readOnly,
  }))
  const kept = keepsEvidence && ({ evidence: true } as const)
  return openRunFiles(out, {
    header: earlier?.header ?? { ...run, suite, ...kept, targets },
    ...(earlier && { earlier }),
    ...(agreed && { plan: hide(planFileText(agreed)) }),
    ...(allure && { allure: allureSources(tested) }),
    formats: formatsOf(formats),
    now,
  })
}
