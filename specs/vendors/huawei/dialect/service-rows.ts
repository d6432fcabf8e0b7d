import type { DialectOf } from '../../../vendor/dialect.ts'
import {
  flag,
  integer,
  list,
  member,
  nothing,
  record,
  text,
  wrapped,
} from '../../../vendor/lens.ts'
import type { Lens } from '../../../vendor/lens.ts'
import type { EnforcedService, Quota } from '../../../vocabulary/further-verbs.ts'
import type { TrustedService } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { instant, listed, only, pageOnly, paging, unpaged } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const delegation: Lens<Args<'registerDelegate'>> = record<Args<'registerDelegate'>>(
  { account: member('account_id'), service: member('service_principal') },
  ['account', 'service'],
)

/** One noun of ours, two structures of the vendor: they differ in the name of the date. */
const service = (since: string): Lens<TrustedService> =>
  record<TrustedService>({ service: member('service_principal'), since: member(since, instant) }, [
    'service',
  ])

const enforced: Lens<EnforcedService> = record<EnforcedService>(
  {
    service: member('service_name'),
    types: member('resource_types', list(text)),
    all: member('support_all', flag),
  },
  ['service', 'types'],
)

const quotaMembers: Lens<Quota> = record<Quota>(
  {
    kind: member('type', word.quotaKind),
    limit: member('quota', integer),
    used: member('used', integer),
  },
  ['kind', 'limit', 'used'],
)

/** What `min` and `max` mean beside `quota` is not documented: the embedded endpoint's reading. */
const quota: Lens<Quota> = {
  write: (value) => ({ ...(quotaMembers.write(value) as object), min: 0, max: value.limit }),
  read: (json) => quotaMembers.read(json),
}

/** Trusted services, delegated administrators, and what the service itself offers. */
export const serviceRows: DialectOf<
  | 'enableServiceAccess'
  | 'disableServiceAccess'
  | 'listTrustedServices'
  | 'registerDelegate'
  | 'deregisterDelegate'
  | 'listDelegates'
  | 'listDelegations'
  | 'listServices'
  | 'listEnforcedServices'
  | 'listQuotas'
> = {
  enableServiceAccess: {
    operation: 'EnableTrustedService',
    args: only('service', 'service_principal'),
    result: nothing,
  },
  disableServiceAccess: {
    operation: 'DisableTrustedService',
    args: only('service', 'service_principal'),
    result: nothing,
  },
  listTrustedServices: {
    operation: 'ListTrustedServices',
    args: pageOnly,
    result: listed('trusted_services', service('enabled_at')),
  },
  registerDelegate: {
    operation: 'RegisterDelegatedAdministrator',
    args: delegation,
    result: nothing,
  },
  deregisterDelegate: {
    operation: 'DeregisterDelegatedAdministrator',
    args: delegation,
    result: nothing,
  },
  listDelegates: {
    operation: 'ListDelegatedAdministratorAccounts',
    args: record<Args<'listDelegates'>>({ ...paging, service: member('service_principal') }),
    result: listed('delegated_administrators', structure.delegate),
  },
  listDelegations: {
    operation: 'ListServicesManagedByDelegatedAdministratorAccount',
    args: record<Args<'listDelegations'>>({ ...paging, account: member('account_id') }, [
      'account',
    ]),
    result: listed('delegated_services', service('delegation_enabled_at')),
  },
  listServices: {
    operation: 'ListCloudServicesIntegrableWithOrganizations',
    args: nothing,
    result: unpaged('services', text),
  },
  listEnforcedServices: {
    operation: 'ListResourceTypesThatSupportEnforcement',
    args: nothing,
    result: unpaged('services', enforced),
  },
  listQuotas: {
    operation: 'ListOrganizationsQuotas',
    args: nothing,
    result: wrapped('quotas', unpaged('resources', quota)),
  },
}
