import type { CallerClass, Operation } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { bindingOf, type RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Target } from '../client/target.ts'
import type { InputField } from './input-field.ts'

/** Accounts that may be the wrong ones to call an operation; the names stand in ids of checks. */
export const strangers = [
  /** in no organization */
  'outsider',
  /** in no organization, and invited into this one */
  'invitee',
  /** a member that administers nothing */
  'member',
  /** a member that administers another service */
  'delegated-administrator',
  'management',
  /** the management account of another organization */
  'another-organization',
] as const
export type Stranger = (typeof strangers)[number]

/** How a call of each is named in titles, and what it needs to come about. */
export const strangerRows: Readonly<
  Record<Stranger, { readonly title: string; readonly needs: readonly Feature[] }>
> = {
  outsider: { title: 'A call of an outsider', needs: [] },
  invitee: { title: 'A call of an invited account', needs: ['invitations'] },
  member: { title: 'A call of a mere member', needs: [] },
  'delegated-administrator': {
    title: 'A call of a delegated administrator',
    needs: ['trusted-services', 'delegated-administrators'],
  },
  management: { title: 'A call of the management account', needs: [] },
  'another-organization': { title: 'A call from another organization', needs: [] },
}

const outside = ['outsider', 'invitee'] as const

/** Whom the statement of who may call leaves out. */
const leftOut: Readonly<Record<CallerClass, readonly Stranger[]>> = {
  management: [...outside, 'member', 'delegated-administrator', 'another-organization'],
  'management-or-delegate': [...outside, 'member', 'another-organization'],
  'any-member': [...outside, 'another-organization'],
  member: [...outside, 'management', 'another-organization'],
  recipient: ['outsider', 'member', 'management'],
  originator: [...outside, 'member', 'another-organization'],
  standalone: ['member', 'management'],
  any: [],
  // whoever may call it, it is about one organization
  unstated: ['outsider', 'another-organization'],
}

/** What tells whom an operation is not for. */
export interface StrangerParts {
  readonly vendor: Pick<Vendor, 'refusals'>
  readonly operation: Pick<Operation, 'caller' | 'errors'>
  readonly template: RequestTemplate
  readonly fields: readonly InputField[]
}

/** Everybody who may not send the least valid request of an operation, as its caller class has it. */
export function strangersTo(parts: StrangerParts): readonly Stranger[] {
  return leftOut[parts.operation.caller].filter((who) => !exempt[who](parts))
}

/** Who may send a request all the same, or is refused it for something else than being the wrong one. */
const exempt: Readonly<Record<Stranger, (parts: StrangerParts) => boolean>> = {
  outsider: (parts) =>
    isOfReceived(parts) ||
    (parts.operation.caller === 'unstated' && !namesSomething(parts) && !isForInsiders(parts)),
  invitee: (parts) =>
    isOfReceived(parts) ||
    (parts.operation.caller === 'any-member' &&
      parts.template.resources.includes('invitationSent')),
  // an organization for the common bill alone trusts no service
  'delegated-administrator': ({ template }) => template.resources.includes('billingOrganization'),
  // a request that names nothing is answered out of the caller's own organization
  'another-organization': (parts) =>
    !namesSomething(parts) || parts.template.resources.includes('trustedService'),
  member: () => false,
  management: () => false,
}

/** Whether the operation has an error for accounts without an organization. */
export function declaresOutside({
  vendor: { refusals },
  operation: { errors },
}: Pick<StrangerParts, 'vendor' | 'operation'>): boolean {
  const answers = refusals.refusals.notInOrganization?.answers ?? []
  return answers.some(({ code }) => errors.includes(code))
}

/** Where the error for accounts outside is firmly tied to them, an operation that declares it is not meant for them. */
const isForInsiders = (parts: StrangerParts): boolean =>
  parts.vendor.refusals.refusals.notInOrganization?.level === 'must' && declaresOutside(parts)

/** What an account received, it may list wherever it is. */
const isOfReceived = ({ operation, template }: StrangerParts): boolean =>
  operation.caller === 'any-member' && template.caller === 'recipient'

/** Fields of resources that name something which belongs to one organization. */
const naming: ReadonlySet<string> = new Set([
  'id',
  'management',
  'parent',
  'target',
  'root',
  'resource',
  'account',
])

/** Resources that no organization owns. */
const free: ReadonlySet<string> = new Set([
  'fresh',
  'standalone',
  'trustedService',
  'untrustedService',
])

/** Whether the least valid request is about something of the organization. */
const namesSomething = ({ template, fields }: StrangerParts): boolean =>
  fields
    .filter(({ parent, kept }) => parent === undefined && kept)
    .some(({ path }) => textsIn(template.input[path[0] ?? '']).some(isOwned))

const isOwned = (text: string): boolean => {
  const binding = bindingOf(text)
  return binding !== undefined && !free.has(binding.resource) && naming.has(binding.field)
}

const textsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part: Json) => textsIn(part))
}

/** Whether a stranger may have had the right to call until a moment ago, so that lag may let it in. */
export function hadRight(
  caller: CallerClass,
  who: Stranger,
  mode: Target['accounts']['mode'],
): boolean {
  // whoever is in an organization was in none before
  if (caller === 'standalone') return true
  // accounts that are given go from case to case: they join, leave and administer
  if (mode === 'any') return false
  return who === 'member' ? caller !== 'management' : who === 'outsider' || who === 'invitee'
}

/** What may answer a call of an account that may not make it; the first names the mistake. */
export function refusalsFor(
  caller: CallerClass,
  who: Stranger,
): readonly [RefusalName, ...RefusalName[]] {
  if (caller === 'standalone') return ['alreadyInOrganization', 'accessDenied']
  if (caller === 'recipient' || caller === 'originator') return withheld(caller)
  if (who === 'outsider' || who === 'invitee') return ['notInOrganization', 'accessDenied']
  return who === 'management' ? ['leaveManagement', 'accessDenied'] : ['accessDenied']
}

/** An invitation may be hidden from whom it is not for; and who is in an organization can not accept any. */
const withheld = (caller: 'recipient' | 'originator'): readonly [RefusalName, ...RefusalName[]] => [
  'accessDenied',
  'notInOrganization',
  'invitationNotFound',
  ...(caller === 'recipient' ? (['inviteeInOrganization'] as const) : []),
]
