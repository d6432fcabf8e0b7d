import { isObject } from '../../../contract/json.ts'
import { list, member, record, type Lens, type Member } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'
import { instant } from './arguments.ts'
import { inOrganization, located, urn } from './urn.ts'
import * as word from './words.ts'

/**
 * The document's data structures. Only what identifies a thing, or what its reader came for, is needed;
 * the document marks nothing in an answer as mandatory.
 */

export const tag: Lens<noun.Tag> = record<noun.Tag>(
  { key: member('key'), value: member('value') },
  ['key', 'value'],
)

/** The tags a new resource gets, wherever a request may carry them. */
export const tags: Member<readonly noun.Tag[]> = member('tags', list(tag))

const policyTypes: Lens<readonly noun.PolicyTypeState[]> = list(
  record<noun.PolicyTypeState>(
    { type: member('type', word.policyType), status: member('status', word.typeStatus) },
    ['type', 'status'],
  ),
)

type Organization = Pick<noun.Organization, 'id' | 'management' | 'managementName' | 'createdAt'>

const organizationMembers: Lens<Organization> = record<Organization>(
  {
    id: member('id'),
    management: member('management_account_id'),
    managementName: member('management_account_name'),
    createdAt: member('created_at', instant),
  },
  ['id', 'management'],
)

export const organization: Lens<noun.Organization> = {
  write: (value) => {
    const home = { organization: value.id, management: value.management }
    const name = urn(home, `organization:${value.id}/${value.id}`)
    return { ...(organizationMembers.write(value) as object), urn: name }
  },
  read: (json) => organizationMembers.read(json),
}

export const root: Lens<noun.Root> = located<noun.Root>(
  record<Omit<noun.Root, 'home'>>(
    {
      id: member('id'),
      name: member('name'),
      policyTypes: member('policy_types', policyTypes),
      createdAt: member('created_at', instant),
    },
    ['id'],
  ),
  inOrganization('root'),
)

/** The vendor never says where a unit is: `parent` does not travel. */
export const unit: Lens<noun.Unit> = located<noun.Unit>(
  record<Pick<noun.Unit, 'id' | 'name' | 'createdAt'>>(
    { id: member('id'), name: member('name'), createdAt: member('created_at', instant) },
    ['id'],
  ),
  inOrganization('ou'),
)

type Account = Omit<noun.Account, 'home' | 'place' | 'path'>

const accountMembers: Lens<Account> = record<Account>(
  {
    id: member('id'),
    name: member('name'),
    email: member('email'),
    phone: member('mobile_phone'),
    status: member('status', word.accountStatus),
    joinedBy: member('join_method', word.joinMethod),
    joinedAt: member('joined_at', instant),
    notes: member('description'),
  },
  ['id'],
)

/** What nobody asked for, or nobody gave, is null and not absent (recorded 2025-03-26). */
const unasked = { mobile_phone: null, intl_number_prefix: null, email: null, description: null }

export const account: Lens<noun.Account> = located<noun.Account>(
  {
    write: (value) => ({ ...unasked, ...(accountMembers.write(value) as object) }),
    read: (json) => accountMembers.read(json),
  },
  inOrganization('account'),
)

type Delegate = Pick<noun.Delegate, 'id' | 'name' | 'joinedBy' | 'joinedAt' | 'since'>

export const delegate: Lens<noun.Delegate> = located<noun.Delegate>(
  record<Delegate>(
    {
      id: member('account_id'),
      name: member('account_name'),
      joinedBy: member('join_method', word.joinMethod),
      joinedAt: member('joined_at', instant),
      since: member('delegation_enabled_at', instant),
    },
    ['id'],
  ),
  inOrganization('account'),
  'account_urn',
)

export const node: Lens<noun.PolicyTarget> = record<Omit<noun.PolicyTarget, 'home'>>(
  { id: member('id'), kind: member('type', word.nodeKind), name: member('name') },
  ['id', 'kind'],
)

type Creation = Omit<noun.Creation, 'sovereignAccount'>

const creationMembers: Lens<Creation> = record<Creation>(
  {
    id: member('id'),
    state: member('state', word.creationState),
    name: member('account_name'),
    account: member('account_id'),
    failure: member('failure_reason', word.creationFailure),
    requestedAt: member('created_at', instant),
    completedAt: member('completed_at', instant),
  },
  ['id', 'state'],
)

/** Some endpoints show an empty text where there is no account or no failure yet. */
export const creation: Lens<noun.Creation> = {
  write: (value) => creationMembers.write(value),
  read: (json) => {
    const told = isObject(json)
      ? Object.fromEntries(Object.entries(json).filter(([, value]) => value !== ''))
      : json
    return creationMembers.read(told)
  },
}
