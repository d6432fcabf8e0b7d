import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Target } from '../../suites/client/target.ts'
import { asOwner } from '../ledger/as-owner.ts'
import { makePlan, type PlanOrder } from '../plan/make-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { countStanding, type Standing } from '../plan/standing.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import { obstacleTo } from './obstacle.ts'
import { openProgress, type Terminal } from './progress.ts'
import { proveFor } from './prove-plan.ts'
import type { RunPlan } from './run-plan.ts'
import { targetAt } from './targets.ts'

/** What a program gives whoever plans a run. */
export interface PlanAheadOptions {
  /** ends it: what it came to by then is of no use */
  readonly stopped?: AbortSignal
  /** hears how far the rehearsal is; nobody does unless said */
  readonly progress?: Terminal
}

/**
 * Plans a run: what it would write at its target, and how often at most. The target is read, and asked who its credentials
 * are; everything else is asked of the embedded endpoint. An `Obstacle` says why there is no plan.
 */
export async function planAhead(
  plan: RunPlan,
  { stopped = new AbortController().signal, progress = silent }: PlanAheadOptions = {},
): Promise<Plan | Obstacle> {
  const obstacle = await obstacleTo(plan, { stopped, purpose: 'plan' })
  return obstacle ?? plannedAt(plan, stopped, progress)
}

const plannedAt = async (
  plan: RunPlan,
  stopped: AbortSignal,
  progress: Terminal,
): Promise<Plan | Obstacle> => {
  const [id] = plan.vendors
  const { endpoint } = plan.target
  if (id === undefined || endpoint === undefined) return nothingToPlan
  const identities = await proveFor(plan, { stopped })
  if (identities !== undefined && 'problem' in identities) return identities
  const vendor = await loadVendor(id)
  const target = targetAt(plan, vendor, endpoint)
  const proven = identities && { identities }
  return planFor({ ...plan, vendor, target, ...proven, stopped }, progress)
}

const planFor = async (
  order: PlanOrder & { readonly stopped: AbortSignal },
  terminal: Terminal,
): Promise<Plan> => {
  const { vendor, target, stopped } = order
  const standing = await standingAt(vendor, target, stopped)
  const told = openProgress(terminal, Date.now)
  try {
    return await makePlan({
      ...order,
      ...(standing && { standing }),
      progress: (through, planned) => told.rehearsed(through, planned),
    })
  } finally {
    told.close()
  }
}

/** What stands in the organization that the accounts of a target are given of; undefined where they are of none, or it could not be read. */
const standingAt = async (
  vendor: Vendor,
  target: Target,
  stopped: AbortSignal,
): Promise<Standing | undefined> => {
  const { accounts } = target
  if (accounts.mode === 'any') return undefined
  return asOwner({ vendor, target, accounts, stopped }, (owner) => countStanding(vendor, owner))
}

/**
 * The plan that a run was agreed to by, made anew where it is known that somebody answers at the target. An `Obstacle` where
 * it is another by now.
 */
export async function agreedPlan(
  plan: RunPlan,
  { stopped, progress }: Required<PlanAheadOptions>,
): Promise<Plan | Obstacle> {
  const made = await plannedAt(plan, stopped, progress)
  if ('problem' in made || made.hash === plan.agreed) return made
  return {
    exitCode: exitCodes.refused,
    problem: {
      code: 'PLAN_CHANGED',
      // its hash is not told here: it would be agreed to unread
      message:
        'this run is by another plan by now than the one that was agreed to: nothing was written',
      hint: 'the suite, the target, its identities or what is asked has changed: orgproof plan with the same words shows the plan as it is now',
    },
  }
}

const nothingToPlan: Obstacle = {
  exitCode: exitCodes.usage,
  problem: {
    code: 'PLAN_TARGET',
    message: 'there is nothing to plan: the embedded endpoint is made for a run and thrown away',
    hint: 'name an endpoint with --target or --endpoint',
  },
}

const silent: Terminal = { write: () => undefined }
