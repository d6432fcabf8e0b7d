import { readFileSync, statSync } from 'node:fs'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { lastingKinds } from '../../suites/actors/lasting.ts'
import { leftovers } from '../../suites/actors/ledger.ts'
import type { Renew } from '../../suites/client/renewal.ts'
import type { GivenAccounts, Target } from '../../suites/client/target.ts'
import { provenRenewal } from '../identity/proven-renewal.ts'
import { asOwner } from '../ledger/as-owner.ts'
import { inUse } from '../ledger/hold-ledger.ts'
import { differencesOf, type TargetIdentity } from '../ledger/ledger-header.ts'
import { lockFile } from '../ledger/lock.ts'
import { mendEnd } from '../ledger/mend-end.ts'
import { organizationIdOf } from '../ledger/organization-id.ts'
import {
  isOpenLedger,
  ledgerLimit,
  parseLedger,
  type ParsedLedger,
} from '../ledger/parse-ledger.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import type { Interruption } from '../run/interruption.ts'
import { obstacleTo } from '../run/obstacle.ts'
import { unprovenIn } from '../run/prove-plan.ts'
import type { RunPlan } from '../run/run-plan.ts'
import { targetAt } from '../run/targets.ts'
import { sweepOpen, type SweptLedger } from './sweep-open.ts'

/** What a program gives a sweep. */
export interface SweepOptions {
  /**
   * stops the sweep orderly: what is being taken back is finished, nothing more is begun. Its last words are what would
   * be left if the process ended now
   */
  readonly interruption?: Interruption
  /** gets fresh credentials of a principal whose own have expired or are about to; undefined where there are none */
  readonly renew?: Renew
}

/**
 * Takes back what a ledger holds open, at the target that it is of, and adds to it what comes of that. Nothing is sent
 * where nothing is open. Answers an `Obstacle` where the ledger can not be used, is in use, or is of another target, and
 * where nothing may be written. Rejects with the system's error when the ledger can not be written.
 */
export async function sweepLedger(
  path: string,
  plan: RunPlan,
  options: SweepOptions = {},
): Promise<SweptLedger | Obstacle> {
  const lock = lockFile(path)
  if ('heldBy' in lock) return refused(inUse(path, lock.heldBy))
  try {
    const { interruption = { signal: new AbortController().signal }, renew = nobody } = options
    return await sweepLocked(path, plan, { interruption, renew })
  } finally {
    lock.release()
  }
}

const sweepLocked = async (
  path: string,
  plan: RunPlan,
  { interruption, renew }: Required<SweepOptions>,
): Promise<SweptLedger | Obstacle> => {
  const { size, mtimeMs } = statSync(path)
  const ledger = size > ledgerLimit ? undefined : parseLedger(readFileSync(path, 'utf8'))
  if (ledger === undefined) return unusable(path)
  const target = await sweptTarget(plan, ledger.header.target)
  if ('problem' in target) return target
  const swept = await sweepOpenLines(path, {
    plan,
    target,
    ledger,
    interruption,
    renew,
    mtimeMs,
  })
  const lasting = lastingKinds(ledger.writes, target.vendor.profile, Date.now())
  return 'problem' in swept || lasting.length === 0 ? swept : { ...swept, lasting }
}

/** A ledger that was read, and what it is swept with. */
interface ReadSweep {
  readonly plan: RunPlan
  readonly target: SweptTarget
  readonly ledger: ParsedLedger
  readonly interruption: Interruption
  readonly renew: Renew
  readonly mtimeMs: number
}

const sweepOpenLines = async (
  path: string,
  { plan, target: swept, ledger, interruption, renew, mtimeMs }: ReadSweep,
): Promise<SweptLedger | Obstacle> => {
  if (!isOpenLedger(ledger)) return { takenBack: 0, left: [], stopped: false }
  const { signal: stopped } = interruption
  const obstacle =
    (await denialOf(plan, stopped)) ?? (await otherOrganization(swept, ledger, stopped))
  // a sweep that is stopped by now begins nothing, and still says what is left
  if (stopped.aborted) return { takenBack: 0, left: leftovers(ledger.writes), stopped: true }
  if (obstacle !== undefined) return obstacle
  mendEnd(path, ledger)
  const parts = { ...swept, path, ledger, interruption, lastWritten: mtimeMs }
  return sweepOpen({ ...parts, renew: provenRenewal(renew, swept) })
}

/** There are no other credentials. */
const nobody: Renew = async () => undefined

/** Why nothing may be written there, or not as whoever the target names. */
const denialOf = async (plan: RunPlan, stopped: AbortSignal): Promise<Obstacle | undefined> =>
  (await obstacleTo(plan, { stopped, purpose: 'sweep' })) ?? (await unprovenIn(plan, { stopped }))

/** The target of a sweep, whose accounts are given. */
interface SweptTarget {
  readonly vendor: Awaited<ReturnType<typeof loadVendor>>
  readonly target: Target
  readonly accounts: GivenAccounts
}

/** The target, where it is that of the ledger as far as it says itself. */
const sweptTarget = async (
  plan: RunPlan,
  known: TargetIdentity,
): Promise<SweptTarget | Obstacle> => {
  const [id] = plan.vendors
  const { accounts, endpoint, readOnly } = plan.target
  if (id === undefined || endpoint === undefined || accounts.mode === 'any') return unfitting
  const identity = {
    vendor: id,
    endpoint: new URL(endpoint).href,
    management: accounts.management.account,
  }
  const differences = differencesOf(known, identity)
  if (differences.length > 0) return otherTarget(differences)
  if (readOnly) return readsOnly
  const vendor = await loadVendor(id)
  return { vendor, accounts, target: targetAt(plan, vendor, endpoint) }
}

/** Why the organization is not that of the ledger: it is read, and compared. */
const otherOrganization = async (
  swept: SweptTarget,
  { header: { target: known } }: ParsedLedger,
  stopped: AbortSignal,
): Promise<Obstacle | undefined> => {
  if (known.organization === undefined) return undefined
  const organization = await asOwner({ ...swept, stopped }, (owner) =>
    organizationIdOf(swept.vendor, owner),
  )
  if (organization === undefined) return noOrganization(known.organization)
  const differences = differencesOf(known, {
    vendor: known.vendor,
    endpoint: known.endpoint,
    management: known.management,
    organization,
  })
  return differences.length === 0 ? undefined : otherTarget(differences)
}

const refused = (problem: Obstacle['problem']): Obstacle => ({
  problem,
  exitCode: exitCodes.refused,
})

const unusable = (path: string): Obstacle => ({
  problem: { code: 'LEDGER_UNREADABLE', message: `${path} is no ledger that can be read` },
  exitCode: exitCodes.usage,
})

const unfitting: Obstacle = {
  problem: {
    code: 'SWEEP_TARGET',
    message: 'a sweep needs the target that the ledger is of: an endpoint whose accounts are given',
    hint: 'name it with --target',
  },
  exitCode: exitCodes.usage,
}

const otherTarget = (differences: readonly string[]): Obstacle =>
  refused({
    code: 'LEDGER_OF_ANOTHER_TARGET',
    message: `the ledger is of another target: ${differences.join('; ')}`,
    hint: 'nothing was written: name the target that the run was given',
  })

const readsOnly: Obstacle = refused({
  code: 'WRITES_DENIED',
  message: 'the target is read-only, and taking back writes',
  hint: 'take readOnly out of the target file',
})

const noOrganization = (id: string): Obstacle =>
  refused({
    code: 'LEDGER_OF_ANOTHER_TARGET',
    message: `the organization ${id} of the ledger is not told by the endpoint: nothing was written`,
    hint: 'is it the same endpoint, and may the management account still read its organization?',
  })
