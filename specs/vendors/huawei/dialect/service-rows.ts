import type { DialectOf } from '../../../vendor/dialect.ts'
import type { EnforcedService, Quota } from '../../../vocabulary/further-verbs.ts'
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
import type { TrustedService } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { instant, listed, only, pageOnly, paging, unpaged } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const delegation: Lens<Args<'delegate'>> = record<Args<'delegate'>>(
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
  | 'trust'
  | 'distrust'
  | 'trusted'
  | 'delegate'
  | 'undelegate'
  | 'delegates'
  | 'delegations'
  | 'services'
  | 'enforcements'
  | 'quotas'
> = {
  trust: {
    operation: 'EnableTrustedService',
    args: only('service', 'service_principal'),
    result: nothing,
  },
  distrust: {
    operation: 'DisableTrustedService',
    args: only('service', 'service_principal'),
    result: nothing,
  },
  trusted: {
    operation: 'ListTrustedServices',
    args: pageOnly,
    result: listed('trusted_services', service('enabled_at')),
  },
  delegate: { operation: 'RegisterDelegatedAdministrator', args: delegation, result: nothing },
  undelegate: { operation: 'DeregisterDelegatedAdministrator', args: delegation, result: nothing },
  delegates: {
    operation: 'ListDelegatedAdministratorAccounts',
    args: record<Args<'delegates'>>({ ...paging, service: member('service_principal') }),
    result: listed('delegated_administrators', structure.delegate),
  },
  delegations: {
    operation: 'ListServicesManagedByDelegatedAdministratorAccount',
    args: record<Args<'delegations'>>({ ...paging, account: member('account_id') }, ['account']),
    result: listed('delegated_services', service('delegation_enabled_at')),
  },
  services: {
    operation: 'ListCloudServicesIntegrableWithOrganizations',
    args: nothing,
    result: unpaged('services', text),
  },
  enforcements: {
    operation: 'ListResourceTypesThatSupportEnforcement',
    args: nothing,
    result: unpaged('services', enforced),
  },
  quotas: {
    operation: 'ListOrganizationsQuotas',
    args: nothing,
    result: wrapped('quotas', unpaged('resources', quota)),
  },
}
