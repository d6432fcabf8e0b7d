import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { Credentials } from '../../specs/wire/wire.ts'
import type { Route } from './line.ts'
import type { Consistency, Patience } from './patience.ts'

/** An account with keys of its own. */
export interface Principal {
  readonly account: string
  readonly credentials: Credentials
  readonly email?: string
}

/** An account of which no keys are known: whoever holds it answers invitations by hand. */
export interface ManualAccount {
  readonly account: string
  readonly manual: true
  readonly email?: string
}

/** Any account may call: it is named by the access key itself, or by a header. */
export interface AnyAccount {
  readonly mode: 'any'
  readonly by: 'access-key' | { readonly header: string }
  /** the secret every account shares, and the access key when a header names the account */
  readonly credentials: Credentials
  /** an account that manages an organization already: who reads in read-only mode */
  readonly management?: string
}

/** The accounts are given: one management account and up to four others. */
export interface FixedAccounts {
  readonly mode: 'fixed'
  readonly management: Principal
  readonly member?: Principal
  readonly invitee?: Principal | ManualAccount
  readonly outsider?: Principal
  /** a member that is a delegated administrator already, and may administer another service for a moment */
  readonly delegatedAdministrator?: Principal
  /** the unit or root to work in; the root when absent */
  readonly ground?: string
}

/** One account is all there is: it manages an organization already, or is in none and founds one for each case. */
export interface SingleAccount extends Pick<FixedAccounts, 'management' | 'ground'> {
  readonly mode: 'single'
}

/** Accounts that are not the suite's own to make. */
export type GivenAccounts = FixedAccounts | SingleAccount

/** An endpoint under test and what it says of itself. */
export interface Target extends Route {
  readonly name: string
  readonly vendor: VendorId
  readonly endpoint: string
  readonly region: string
  readonly accounts: AnyAccount | GivenAccounts
  /** features it declares not to offer, with its reason */
  readonly absent: Readonly<Record<string, string>>
  /** limits it states instead of the vendor's; null means that it sets none */
  readonly limits: Readonly<Partial<Record<LimitName, number | null>>>
  /** it keeps to the numbers that the vendor publishes, wherever it states none of its own */
  readonly keepsPublished?: boolean
  /** paths of operations that it serves elsewhere than the document says, by operation */
  readonly paths?: Readonly<Record<string, string>>
  /** how a member account comes about; the vendor's own way when absent */
  readonly members?: 'created' | 'invited'
  readonly concurrency: number
  /** requests per second, of all calls together; no limit when absent */
  readonly rate?: number
  /** milliseconds for one exchange */
  readonly deadline: number
  /** seconds after which a whole run stops orderly; none when absent */
  readonly runLimit?: number
  /** whether what was written can be read at once; `eventual` unless said */
  readonly consistency?: Consistency
  /** how long the suite waits, where that is not the standard (patience.ts) */
  readonly patience?: Partial<Patience>
  /** the endpoint is thrown away afterwards: it may be written to although it is not on loopback */
  readonly disposable?: boolean
  /** operations that may be sent although nothing takes back what they do; none unless said */
  readonly allow?: readonly string[]
  /** only what needs no write is asked */
  readonly readOnly: boolean
}

/** The accounts that a target names and that can act, each once. */
export function principalsOf(accounts: GivenAccounts): readonly Principal[] {
  if (accounts.mode === 'single') return [accounts.management]
  const { management, member, invitee, outsider, delegatedAdministrator } = accounts
  const named = [management, member, invitee, outsider, delegatedAdministrator]
  return named.flatMap((one) => (one === undefined || isManual(one) ? [] : [one]))
}

/** Whether an account answers by hand only. */
export function isManual(account: Principal | ManualAccount): account is ManualAccount {
  return 'manual' in account
}

/** The accounts that a target names and that answer by hand only. */
export function manualIn(accounts: GivenAccounts): readonly ManualAccount[] {
  const { invitee } = accounts.mode === 'single' ? {} : accounts
  return invitee !== undefined && isManual(invitee) ? [invitee] : []
}

/** The ids that a target names: what stood before the suite came. */
export function namesIn({ accounts }: Pick<Target, 'accounts'>): readonly string[] {
  if (accounts.mode === 'any') return accounts.management === undefined ? [] : [accounts.management]
  const ids = [...principalsOf(accounts), ...manualIn(accounts)].map(({ account }) => account)
  return accounts.ground === undefined ? ids : [...ids, accounts.ground]
}

/** The way to a target. */
export function routeOf({ ca, proxy }: Route): Route {
  return { ...(ca !== undefined && { ca }), ...(proxy !== undefined && { proxy }) }
}
