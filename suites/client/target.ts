import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { Credentials } from '../../specs/wire/wire.ts'
import type { Route } from './line.ts'
import type { Consistency, Patience } from './patience.ts'

/** An account with keys of its own. */
export interface Principal {
  readonly account: string
  readonly credentials: KeptCredentials
  readonly email?: string
  /** the name under which the vendor's own tools keep the credentials: they can be read again */
  readonly profile?: string
}

/** Credentials, and how long they are good for. */
export interface KeptCredentials extends Credentials {
  /** when they expire, in milliseconds since 1970; absent where they do not, or nobody says */
  readonly expires?: number
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

/** How dangerous the writes are that a target allows, from the least on. */
export const dangerClasses = ['light', 'medium', 'heavy'] as const
export type DangerClass = (typeof dangerClasses)[number]

/** Accounts and organizations that a run may write in. */
type Permitted = Readonly<{
  accounts: readonly string[]
  /** none for an account that is in no organization, or a vendor that has none */
  organizations?: readonly string[]
}>

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
  /** where the vendor's identity service is asked; its public one when absent, and on loopback nobody is asked */
  readonly identityEndpoint?: string
  /** who may be written as, and in which organizations, where the accounts are given and the endpoint is elsewhere */
  readonly permitted?: Permitted
  /** where its clock can be set forward: a URL that takes POST of {"seconds": n}; its time can not be moved when absent */
  readonly clock?: string
  /** the endpoint is thrown away afterwards: it may be written to although it is not on loopback */
  readonly disposable?: boolean
  /** the most dangerous writes that it allows; unless said, what its accounts and its place call for (danger.ts) */
  readonly class?: DangerClass
  /** operations that nothing takes back, and that are allowed all the same */
  readonly allow?: readonly string[]
  /** only what needs no write is asked */
  readonly readOnly: boolean
}

/** Whether any account may call, and write. */
export function hasFreeAccounts({
  accounts,
  readOnly,
}: Pick<Target, 'accounts' | 'readOnly'>): boolean {
  return accounts.mode === 'any' && !readOnly
}

/** An account where any may call: the access key or a header names it. */
export function anyPrincipal({ by, credentials }: AnyAccount, account: string): Principal {
  const accessKey = by === 'access-key' ? account : credentials.accessKey
  return { account, credentials: { ...credentials, accessKey } }
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

/** The parts that accounts may be given for. */
export const roles = [
  'management',
  'member',
  'invitee',
  'outsider',
  'delegatedAdministrator',
] as const
export type Role = (typeof roles)[number]

/** Which part an account was given for: `anybody` where it was given for none. */
export function roleOf({ accounts }: Pick<Target, 'accounts'>, account: string): Role | 'anybody' {
  if (accounts.mode === 'any') return 'anybody'
  const given: Partial<Record<Role, Pick<Principal, 'account'>>> =
    accounts.mode === 'single' ? { management: accounts.management } : accounts
  return roles.find((role) => given[role]?.account === account) ?? 'anybody'
}

/** The ids that a target names: what stood before the suite came. */
export function namesIn({ accounts }: Pick<Target, 'accounts'>): readonly string[] {
  if (accounts.mode === 'any') return accounts.management === undefined ? [] : [accounts.management]
  const ids = [...principalsOf(accounts), ...manualIn(accounts)].map(({ account }) => account)
  return accounts.ground === undefined ? ids : [...ids, accounts.ground]
}

/** Where the clock of what is served is set forward, as a target says it. */
export function clockAt({ clock }: { readonly clock?: URL }): Pick<Target, 'clock'> {
  return clock === undefined ? {} : { clock: clock.href }
}

/** The way to a target. */
export function routeOf({ ca, proxy }: Route): Route {
  return { ...(ca !== undefined && { ca }), ...(proxy !== undefined && { proxy }) }
}
