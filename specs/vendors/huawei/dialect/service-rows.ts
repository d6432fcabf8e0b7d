import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record, type Lens } from '../../../vendor/lens.ts'
import type { TrustedService } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { instant, listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'

const delegation: Lens<Args<'registerDelegate'>> = record<Args<'registerDelegate'>>(
  { account: member('account_id'), service: member('service_principal') },
  ['account', 'service'],
)

/** One noun of ours, two structures of the vendor: they differ in the name of the date. */
const service = (since: string): Lens<TrustedService> =>
  record<TrustedService>({ service: member('service_principal'), since: member(since, instant) }, [
    'service',
  ])

/** Trusted services and delegated administrators. */
export const serviceRows: DialectOf<
  | 'enableServiceAccess'
  | 'disableServiceAccess'
  | 'listTrustedServices'
  | 'registerDelegate'
  | 'deregisterDelegate'
  | 'listDelegates'
  | 'listDelegations'
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
}
