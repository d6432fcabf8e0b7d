import type { Evidence } from '../contract/citation.ts'
import type { JsonObject } from '../contract/json.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { IdKind } from '../model/decision.ts'
import type { LimitName } from '../vocabulary/limit-name.ts'

/** A member whose broken form is answered with another sub-code than such a break usually is. */
export interface FormReason {
  readonly operation: string
  /** JSON pointer into the input */
  readonly member: string
  /** only where one of these was sent */
  readonly values?: readonly string[]
  readonly reason: string
  readonly citations: readonly Evidence[]
}

/** What the embedded endpoint needs to know to pass for a vendor's service. */
export interface ReferenceEndpoint {
  /**
   * How new ids are spelled. `{lower:8}` stands for eight lower case letters or digits, `{digits:12}` for twelve digits, `{hex:32}` for hexadecimal ones,
   * `{within}` for the part after the first hyphen of the id that the new one belongs to.
   */
  readonly ids: Readonly<Record<IdKind, string>>
  /** access keys that are accounts, as a regular expression; the key is the account's id */
  readonly accountKey: string
  /** the secret of every account */
  readonly secret: string
  /** how the service says that it is broken itself */
  readonly internalError: { readonly code: string; readonly status: number }
  /** how the vendor behaves; where it says nothing, `plainBehaviour` holds */
  readonly behaviour: Partial<Omit<Behaviour, 'strangers'>>
  /** what inputs have to be like beside the contract, by operation: JSON schemas */
  readonly inputForms?: Readonly<Record<string, JsonObject>>
  /** members whose broken form has a sub-code of its own */
  readonly formReasons?: readonly FormReason[]
  /** numbers it keeps to where the vendor publishes none; a target file for it states them */
  readonly limits?: Readonly<Partial<Record<LimitName, number>>>
  /** smaller numbers, which it keeps to where the suite itself asks it: a run reaches them (under-test.ts) */
  readonly reachable?: Readonly<Partial<Record<LimitName, number>>>
  /** services that it lets be trusted beside those of the profile, which the suite asks with */
  readonly services?: readonly string[]
  /** what to set so that the vendor's own clients call the endpoint; `{url}`, `{account}`, `{secret}`, `{region}` */
  readonly environment: Readonly<Record<string, string>>
  /** an account to start with */
  readonly exampleAccount: string
}

/** A fact with who says so: evidence, or `own`, which says what of it the embedded endpoint chose itself, and why. */
interface Stated<T> {
  readonly value: T
  readonly citations?: readonly Evidence[]
  readonly own?: string
}

type StatedEach<T> = { readonly [K in keyof T]: Stated<T[K]> }

/** reference-endpoint.json of a vendor: `ReferenceEndpoint`, whose facts name who says so. */
export interface ReferenceEndpointFile extends Omit<
  ReferenceEndpoint,
  'behaviour' | 'limits' | 'reachable' | 'inputForms' | 'services'
> {
  readonly behaviour: StatedEach<ReferenceEndpoint['behaviour']>
  readonly limits?: StatedEach<NonNullable<ReferenceEndpoint['limits']>>
  readonly reachable?: StatedEach<NonNullable<ReferenceEndpoint['reachable']>>
  readonly inputForms?: StatedEach<NonNullable<ReferenceEndpoint['inputForms']>>
  /** one list for each source */
  readonly services?: readonly Stated<readonly string[]>[]
}

/** The facts of a reference-endpoint.json without who says so. */
export function referenceEndpointOf({
  behaviour,
  limits,
  reachable,
  inputForms,
  services,
  ...rest
}: ReferenceEndpointFile): ReferenceEndpoint {
  return {
    ...rest,
    behaviour: valuesOf(behaviour),
    ...(limits && { limits: valuesOf(limits) }),
    ...(reachable && { reachable: valuesOf(reachable) }),
    ...(inputForms && { inputForms: valuesOf(inputForms) }),
    ...(services && { services: services.flatMap(({ value }) => value) }),
  }
}

const valuesOf = <T extends object>(stated: StatedEach<T>): T =>
  Object.fromEntries(
    Object.entries<Stated<unknown>>(stated).map(([name, { value }]) => [name, value]),
  ) as T

/** The behaviour of an endpoint that knows every well-formed account, each with an address there. */
export function behaviourWithStrangers(
  { behaviour, accountKey }: Pick<ReferenceEndpoint, 'behaviour' | 'accountKey'>,
  emailDomain: string,
): Partial<Behaviour> {
  return { ...behaviour, strangers: { id: new RegExp(accountKey, 'u'), emailDomain } }
}
