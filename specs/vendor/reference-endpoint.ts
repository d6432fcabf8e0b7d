import type { Behaviour } from '../model/behaviour.ts'
import type { IdKind } from '../model/decision.ts'
import type { LimitName } from '../vocabulary/limit-name.ts'

/** reference-endpoint.json of a vendor: what the embedded endpoint needs to know to pass for its service. */
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
  /** where the vendor behaves otherwise than `documentedBehaviour` of the model says; delays in milliseconds */
  readonly behaviour: Partial<Omit<Behaviour, 'strangers'>>
  /** numbers it keeps to where the vendor publishes none; a target file for it states them */
  readonly limits?: Readonly<Partial<Record<LimitName, number>>>
  /** what to set so that the vendor's own clients call the endpoint; `{url}`, `{account}`, `{secret}`, `{region}` */
  readonly environment: Readonly<Record<string, string>>
  /** an account to start with */
  readonly exampleAccount: string
}
