import { isLoopback } from '../../suites/client/loopback.ts'
import type { GivenAccounts, Principal, Target } from '../../suites/client/target.ts'

/** An account that a target names, and the part that it plays. */
export interface NamedPrincipal {
  readonly role: string
  readonly principal: Principal
}

/** Everybody that a target names with credentials, in the order of the names of their parts. */
export function principalsIn(accounts: GivenAccounts): readonly NamedPrincipal[] {
  return Object.entries(accounts)
    .flatMap(([role, principal]: [string, unknown]) =>
      isPrincipal(principal) ? [{ role, principal }] : [],
    )
    .toSorted((one, other) => (one.role < other.role ? -1 : 1))
}

/** What of a target says whether a proof is needed. */
type Provable = Pick<Target, 'accounts' | 'readOnly' | 'identityEndpoint'> & {
  readonly endpoint?: string
}

/**
 * Whether it is proven who the credentials of a target are before anything is written there: off loopback always, on it where
 * the target says who is asked. What any account may call, and what is only read, needs no proof.
 */
export function needsProof({ accounts, readOnly, endpoint, identityEndpoint }: Provable): boolean {
  if (accounts.mode === 'any' || readOnly || endpoint === undefined) return false
  return identityEndpoint !== undefined || !isLoopback(new URL(endpoint))
}

const isPrincipal = (value: unknown): value is Principal =>
  typeof value === 'object' && value !== null && 'account' in value && 'credentials' in value
