import type { ProvenIdentity } from '../../reports/results/results.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { redactionOf } from '../../suites/client/redaction.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { GivenAccounts, Target } from '../../suites/client/target.ts'
import { asOwner } from '../ledger/as-owner.ts'
import { organizationOf, type OrganizationSeen } from '../ledger/organization-id.ts'
import { exitCodes, type Obstacle, type Problem } from '../problem.ts'
import { askPrincipals, type AskingParts, type ToldPrincipal } from './ask-principals.ts'
import { identityProblems, isProven } from './identity-problems.ts'
import { permissionProblems } from './permission-problems.ts'

/** What ends a proof early, and how it waits between two tries: by the system's timer unless said. */
export type ProofOptions = Pick<AskingParts, 'stopped'> & Partial<Pick<AskingParts, 'pause'>>

/**
 * Proves who the credentials of a target are that names its accounts: the vendor's identity service is asked about each,
 * and the endpoint about the organization. Nothing is written. Answers all that is wrong at once: whoever is not proven, is
 * another account than the target says, or is not permitted. Throws for a target where any account may call.
 */
export async function proveIdentities(
  vendor: Vendor,
  target: Target,
  { stopped, pause = (milliseconds) => sleep(milliseconds, stopped) }: ProofOptions,
): Promise<ProvenIdentity | Obstacle> {
  const { accounts } = target
  if (accounts.mode === 'any') throw new Error('any account may call: there is nobody to prove')
  const parts = { vendor, target, stopped, pause }
  const asked = await askPrincipals(parts, accounts)
  const seen = await organizationSeen(parts, accounts, asked)
  const principals = Object.fromEntries(
    asked.filter(isProven).map(({ role, principal }) => [role, principal.account]),
  )
  const problems = [
    ...asked.flatMap((one) => identityProblems(one, target)),
    ...permissionProblems(vendor, target, { principals, ...(seen && { seen }) }),
  ]
  if (problems.length > 0) return obstacleOf(problems, target)
  // an endpoint may answer a secret of ours
  const told = typeof seen === 'object' && redactionOf(target)(seen.id) === seen.id
  return { principals, ...(told && { organization: seen.id }) }
}

/** What the management account sees of its organization; only the account that it ought to be is let look. */
const organizationSeen = async (
  { vendor, target, stopped }: AskingParts,
  accounts: GivenAccounts,
  told: readonly ToldPrincipal[],
): Promise<OrganizationSeen | undefined> => {
  if (!told.some((one) => one.role === 'management' && isProven(one))) return undefined
  const look = { vendor, target, accounts, stopped }
  return (await asOwner(look, (owner) => organizationOf(vendor, owner))) ?? 'untold'
}

/** A service may answer a secret that it was given, or any that it knows. */
const obstacleOf = (problems: readonly Problem[], target: Target): Obstacle => {
  const redact = redactionOf(target)
  const [problem, ...others] = problems.map(({ code, message, hint = '' }) => ({
    code,
    message: redact(message),
    hint: redact(hint),
  }))
  if (problem === undefined) throw new Error('nothing is in the way')
  return { problem, ...(others.length > 0 && { others }), exitCode: exitCodes.refused }
}
