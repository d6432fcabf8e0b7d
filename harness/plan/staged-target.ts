import { givenAccounts, givenOrganization } from '../../endpoint/variant-kit/given-organization.ts'
import type { Variant } from '../../endpoint/variant.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { highestClass } from '../../suites/actors/danger.ts'
import { type FixedAccounts, type Principal, type Target } from '../../suites/client/target.ts'

/** The stage of a rehearsal: an organization that stands already, where the target has one. */
export const standing: Variant = {
  name: 'standing',
  description: 'begins with the organization that accounts are given of',
  evidence: {},
  given: true,
  alter: givenOrganization(),
}

/**
 * A target as it is rehearsed: at the embedded endpoint, with accounts of its own in the same parts, and what the target
 * says of itself otherwise. What it is asked there leaves this machine nowhere.
 */
export function stagedTarget(vendor: Vendor, target: Target, endpoint: string): Target {
  const { ca: _ca, proxy: _proxy, paths: _paths, rate: _rate, runLimit: _limit, ...kept } = target
  const highest = highestClass(target)
  return {
    ...kept,
    endpoint,
    accounts: stagedAccounts(vendor, target.accounts),
    ...(highest !== 'irreversible' && { class: highest }),
    // a busy machine is no finding
    deadline: 60_000,
  }
}

const stagedAccounts = (vendor: Vendor, accounts: Target['accounts']): Target['accounts'] => {
  const { secret } = vendor.referenceEndpoint
  if (accounts.mode === 'any') {
    const credentials = { accessKey: vendor.mintAccount(0n), secret }
    return { mode: 'any', by: 'access-key', credentials }
  }
  const standIns = givenAccounts(vendor)
  const actor = (role: Part, { email }: Pick<Principal, 'email'>): Principal => ({
    account: standIns[role],
    credentials: { accessKey: standIns[role], secret },
    ...(email !== undefined && { email: `${standIns[role]}@example.com` }),
  })
  if (accounts.mode === 'single') {
    return { mode: 'single', management: actor('management', accounts.management) }
  }
  return { mode: 'fixed', ...castOf(accounts, actor) }
}

/** The parts that somebody plays on the stage. */
type Part = keyof ReturnType<typeof givenAccounts>

/** The same parts as the target names, each played by somebody else; who answers by hand has keys here. */
const castOf = (
  { management, ...others }: FixedAccounts,
  actor: (role: Part, real: Pick<Principal, 'email'>) => Principal,
): Omit<FixedAccounts, 'mode'> => ({
  management: actor('management', management),
  ...Object.fromEntries(
    (['member', 'invitee', 'outsider'] as const).flatMap((role) => {
      const real = others[role]
      return real === undefined ? [] : [[role, actor(role, real)]]
    }),
  ),
})
