import {
  deferred,
  list,
  mapped,
  member,
  record,
  seconds,
  type Lens,
  type Member,
} from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'
import { withState } from './account-state.ts'
import { arn, inOrganization, located } from './arn.ts'
import { placed } from './placed.ts'
import * as word from './words.ts'

/**
 * The document's data structures. Only what identifies a thing, or what its reader came for, is needed;
 * the document marks nothing in an answer as required.
 */

export const tag: Lens<noun.Tag> = record<noun.Tag>(
  { key: member('Key'), value: member('Value') },
  ['key', 'value'],
)

/** The tags a new resource gets, wherever a request may carry them. */
export const tags: Member<readonly noun.Tag[]> = member('Tags', list(tag))

const policyTypes: Lens<readonly noun.PolicyTypeState[]> = list(
  record<noun.PolicyTypeState>(
    { type: member('Type', word.policyType), status: member('Status', word.typeStatus) },
    ['type', 'status'],
  ),
)

type Organization = Omit<noun.Organization, 'managementName' | 'empty' | 'createdAt'>

const organizationMembers: Lens<Organization> = record<Organization>(
  {
    id: member('Id'),
    management: member('MasterAccountId'),
    managementEmail: member('MasterAccountEmail'),
    features: member('FeatureSet', word.featureSet),
    policyTypes: member('AvailablePolicyTypes', policyTypes),
  },
  ['id', 'management'],
)

export const organization: Lens<Organization> = {
  write: (value) => {
    const home = { organization: value.id, management: value.management }
    return {
      ...(organizationMembers.write(value) as object),
      Arn: arn(home, `organization/${value.id}`),
      MasterAccountArn: arn(home, `account/${value.id}/${value.management}`),
    }
  },
  read: (json) => organizationMembers.read(json),
}

export const root: Lens<noun.Root> = located<noun.Root>(
  record<Omit<noun.Root, 'home' | 'createdAt'>>(
    { id: member('Id'), name: member('Name'), policyTypes: member('PolicyTypes', policyTypes) },
    ['id'],
  ),
  inOrganization('root'),
)

/** The vendor never says where a unit is: `parent` does not travel. */
export const unit: Lens<noun.Unit> = placed<noun.Unit>(
  located<noun.Unit>(
    record<Omit<noun.Unit, 'home' | 'parent' | 'path' | 'accounts' | 'createdAt'>>(
      { id: member('Id'), name: member('Name') },
      ['id'],
    ),
    inOrganization('ou'),
  ),
  'Path',
  (path) => path,
)

/** What of an account travels as members of its own. */
type Told<T extends noun.Account> = Omit<T, 'home' | 'phone' | 'notes' | 'place' | 'path'>

const accountMembers = {
  id: member('Id'),
  name: member('Name'),
  email: member('Email'),
  status: member('Status', word.accountStatus),
  joinedBy: member('JoinedMethod', word.joinMethod),
  joinedAt: member('JoinedTimestamp', seconds),
}

export const account: Lens<noun.Account> = placed<noun.Account>(
  located<noun.Account>(
    withState(record<Told<noun.Account>>(accountMembers, ['id'])),
    inOrganization('account'),
  ),
  'Paths',
  (path) => [path],
)

export const delegate: Lens<noun.Delegate> = located<noun.Delegate>(
  withState(
    record<Told<noun.Delegate>>(
      { ...accountMembers, since: member('DelegationEnabledDate', seconds) },
      ['id'],
    ),
  ),
  inOrganization('account'),
)

export const node: Lens<noun.Node> = record<noun.Node>(
  { id: member('Id'), kind: member('Type', word.nodeKind) },
  ['id', 'kind'],
)

export const creation: Lens<noun.Creation> = record<noun.Creation>(
  {
    id: member('Id'),
    state: member('State', word.creationState),
    name: member('AccountName'),
    account: member('AccountId'),
    sovereignAccount: member('GovCloudAccountId'),
    failure: member('FailureReason', word.creationFailure),
    requestedAt: member('RequestedTimestamp', seconds),
    completedAt: member('CompletedTimestamp', seconds),
  },
  ['id', 'state'],
)

export const party: Lens<noun.Party> = record<noun.Party>(
  { id: member('Id'), kind: member('Type', word.partyKind) },
  ['id', 'kind'],
)

const detailMembers: Lens<noun.Detail> = record<noun.Detail>(
  {
    kind: member('Type', word.detailKind),
    value: member('Value'),
    details: member(
      'Resources',
      deferred<readonly noun.Detail[]>(() => list(detail)),
    ),
  },
  ['kind'],
)

/** A feature set carried as a fact has the vendor's word for its value. */
const translated = (value: noun.Detail, rename: (text: string) => string): noun.Detail =>
  value.kind === 'features' && value.value !== undefined
    ? { ...value, value: rename(value.value) }
    : value

export const detail: Lens<noun.Detail> = mapped<noun.Detail, noun.Detail>(
  detailMembers,
  (value) => translated(value, (text) => word.featureSet.write(text)),
  (value) => translated(value, (text) => word.featureSet.read(text)),
)

export const invitation: Lens<noun.Invitation> = located<noun.Invitation>(
  record<Omit<noun.Invitation, 'home' | 'updatedAt'>>(
    {
      id: member('Id'),
      action: member('Action', word.action),
      state: member('State', word.invitationState),
      parties: member('Parties', list(party)),
      details: member('Resources', list(detail)),
      requestedAt: member('RequestedTimestamp', seconds),
      expiresAt: member('ExpirationTimestamp', seconds),
    },
    ['id', 'state'],
  ),
  ({ home, id, action }) =>
    home &&
    action &&
    arn(home, `handshake/${home.organization}/${word.action.write(action).toLowerCase()}/${id}`),
)
