import type { Json } from '../contract/json.ts'
import type { RefusalName } from '../vocabulary/refusal-name.ts'

/**
 * What the world of a contract case can hold, and the fields of each that an input can name. The calling
 * management account and the root are always there; everything else only when a request template asks for it.
 */
export const resourceFields = {
  /** the organization with all features that the management account of the case has founded */
  organization: ['id', 'management'],
  root: ['id'],
  /** a unit directly under the root; `parent` is the root */
  unit: ['id', 'name', 'parent'],
  /**
   * a member account directly under the root, created or invited; `parent` is the root, `document` the
   * profile's resource policy for this member
   */
  member: ['id', 'email', 'parent', 'document'],
  /** a member that stands in a unit; `parent` is that unit */
  housedMember: ['id', 'parent'],
  /** a member that joined by invitation: a created one may have to wait before it leaves */
  invitedMember: ['id', 'parent'],
  /** an account in no organization, nobody invited it */
  standalone: ['id', 'email'],
  /** an open invitation of the organization to another account; `target` is that account */
  invitationSent: ['id', 'target'],
  /** an account creation that was asked for */
  creation: ['id'],
  /** a control policy of the case's own, attached nowhere */
  policy: ['id', 'name', 'content'],
  /** the policy type `control` is enabled in the root, whatever it is when an organization is founded */
  controlType: ['root'],
  /** a control policy attached to a unit, beside the built-in one; `target` is the unit */
  attachedPolicy: ['id', 'target'],
  /** the policy type `tag` is enabled in the root */
  policyType: ['root'],
  /** the policy type `tag` is not enabled in the root */
  disabledPolicyType: ['root'],
  /** a tag policy attached to the root, so that it is in force for every account; `target` is a member */
  effectivePolicy: ['target'],
  resourcePolicy: ['id'],
  trustedService: ['service'],
  /** a service that is not trusted yet */
  untrustedService: ['service'],
  /** a member registered for a trusted service */
  delegate: ['account', 'service'],
  /** a tag on a unit */
  tag: ['resource', 'key', 'value'],
  /** instead of `organization`: one founded for the common bill alone */
  billingOrganization: ['id', 'management'],
  /** values that nobody has used yet, new at each use; a name has letters, digits and hyphens only */
  fresh: ['name', 'email'],
} as const

export type Resource = Exclude<keyof typeof resourceFields, 'fresh'>

/**
 * Who calls: the management account of the world's organization, its `member` (or `invitedMember`), a
 * `standalone` account, or the account that `invitationSent` is for.
 */
export type TemplateCaller = 'management' | 'member' | 'standalone' | 'recipient'

/** A member that names something: what to send in its place so that it names nothing, and the refusal due. */
export interface Reference {
  /** a noun of `Profile.unknown` */
  readonly unknown: string
  readonly refusal: RefusalName
}

/**
 * How a valid request of one operation comes about: who calls, what must exist first, and the values that
 * members have when they are sent. Whether an optional member is sent is the case's business; members that
 * are not named get values from the schema, except a page token, which is never invented.
 *
 * A binding is a text `$<resource>.<field>` anywhere in `input` (table `resources`), replaced as a whole
 * by that field's value; `#<resource>.<field>` by the same value as a number, where the vendor's ids are
 * numbers. Every other value is taken literally.
 */
export interface RequestTemplate {
  readonly caller: TemplateCaller
  readonly resources: readonly Resource[]
  readonly input: Readonly<Record<string, Json>>
  /** by the name of the member; a member of a structure by its place in it, as in `entries/0/id` */
  readonly references?: Readonly<Record<string, Reference>>
  /** members that the contract calls optional and the operation can not do without */
  readonly needed?: readonly string[]
  /** optional members that can not stand beside the needed ones */
  readonly excluded?: readonly string[]
  /** a refusal that a valid request may meet too: it needs what no request of the API brings about */
  readonly excusedBy?: RefusalName
  /** values that the contract lists but gives no meaning here, by JSON pointer into the input */
  readonly meaningless?: Readonly<Record<string, readonly string[]>>
  /** JSON pointers into the output that the operation's purpose needs */
  readonly yields: readonly string[]
  /** whether the operation writes; a read may run against anything */
  readonly writes: boolean
}

/** request-templates.json of a vendor: one template per operation. */
export type RequestTemplates = Readonly<Record<string, RequestTemplate>>

/** What a text of an input stands for: a resource's field, as a text or as a number. */
export interface Binding {
  readonly resource: string
  readonly field: string
  readonly as: 'text' | 'number'
}

/** Where a text of an input binds to. Undefined for a literal. */
export function bindingOf(text: string): Binding | undefined {
  const [, sign, resource, field] = /^([$#])([a-zA-Z]+)\.([a-z]+)$/u.exec(text) ?? []
  if (resource === undefined || field === undefined) return undefined
  return { resource, field, as: sign === '#' ? 'number' : 'text' }
}
