import { cloudAccounts, type CloudRole } from '../../endpoint/cloud/cloud-accounts.ts'
import { cloudManners } from '../../endpoint/cloud/cloud-manner.ts'
import { cloudOf } from '../../endpoint/cloud/cloud.ts'
import type { Variant } from '../../endpoint/variant.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { highestClass } from '../../suites/actors/danger.ts'
import {
  roles,
  type FixedAccounts,
  type Principal,
  type Target,
} from '../../suites/client/target.ts'

/** The stage of a rehearsal where accounts are given of an organization: one like it stands there already. */
export function standing(vendor: Vendor): readonly Variant[] {
  return cloudOf(vendor, cloudManners.quiet)
}

/** What is rehearsed, and where. */
export interface Stage {
  readonly endpoint: string
  /** where its clock is set forward, where that of the target can be */
  readonly clock?: string
  /** whether the accounts are given of an organization that stands */
  readonly stands: boolean
}

/**
 * A target as it is rehearsed: at the embedded endpoint, with accounts of its own in the same parts, and what the target
 * says of itself otherwise. What it is asked there leaves this machine nowhere.
 */
export function stagedTarget(vendor: Vendor, target: Target, stage: Stage): Target {
  const {
    ca: _ca,
    proxy: _proxy,
    paths: _paths,
    rate: _rate,
    runLimit: _limit,
    clock: _,
    ...kept
  } = target
  const highest = highestClass(target)
  return {
    ...kept,
    endpoint: stage.endpoint,
    ...(stage.clock !== undefined && { clock: stage.clock }),
    accounts: stagedAccounts(vendor, target.accounts, stage),
    ...(highest !== 'irreversible' && { class: highest }),
    // a busy machine is no finding
    deadline: 60_000,
  }
}

const stagedAccounts = (
  vendor: Vendor,
  accounts: Target['accounts'],
  { stands }: Stage,
): Target['accounts'] => {
  const { secret } = vendor.referenceEndpoint
  if (accounts.mode === 'any') {
    const credentials = { accessKey: vendor.mintAccount(0n), secret }
    return { mode: 'any', by: 'access-key', credentials }
  }
  const cast = new Map(cloudAccounts(vendor).map((one) => [one.role, one]))
  const actor = (role: CloudRole, { email }: Pick<Principal, 'email'>): Principal | undefined => {
    const known = cast.get(role)
    if (known === undefined) return undefined
    const { account, credentials } = known
    return {
      account,
      // where nothing stands any account may call, with the secret that all share
      credentials: stands ? credentials : { accessKey: account, secret },
      ...(email !== undefined && { email: `${account}@example.com` }),
    }
  }
  const management = actor('management', accounts.management)
  if (management === undefined) throw new Error('nobody plays the management account')
  if (accounts.mode === 'single') return { mode: 'single', management }
  return { mode: 'fixed', management, ...othersOf(accounts, actor) }
}

/** The other parts that the target names, each played by somebody else; who answers by hand has keys here. */
const othersOf = (
  accounts: FixedAccounts,
  actor: (role: CloudRole, real: Pick<Principal, 'email'>) => Principal | undefined,
): Omit<FixedAccounts, 'mode' | 'management'> =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const real = role === 'management' ? undefined : accounts[role]
      const played = real && actor(role, real)
      return played === undefined ? [] : [[role, played]]
    }),
  )
