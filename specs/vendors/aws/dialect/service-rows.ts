import type { DialectOf } from '../../../vendor/dialect.ts'
import { list, member, nothing, record, seconds, text, type Lens } from '../../../vendor/lens.ts'
import type { TrustedService } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'

const delegation: Lens<Args<'registerDelegate'>> = record<Args<'registerDelegate'>>(
  { account: member('AccountId'), service: member('ServicePrincipal') },
  ['account', 'service'],
)

/** One noun of ours, two structures of the vendor: they differ in the name of the date. */
const service = (since: string): Lens<TrustedService> =>
  record<TrustedService>({ service: member('ServicePrincipal'), since: member(since, seconds) }, [
    'service',
  ])

/** Trusted services, delegated administrators, tags. */
export const serviceRows: DialectOf<
  | 'enableServiceAccess'
  | 'disableServiceAccess'
  | 'listTrustedServices'
  | 'registerDelegate'
  | 'deregisterDelegate'
  | 'listDelegates'
  | 'listDelegations'
  | 'tagResource'
  | 'untagResource'
  | 'listTags'
> = {
  enableServiceAccess: {
    operation: 'EnableAWSServiceAccess',
    args: only('service', 'ServicePrincipal'),
    result: nothing,
  },
  disableServiceAccess: {
    operation: 'DisableAWSServiceAccess',
    args: only('service', 'ServicePrincipal'),
    result: nothing,
  },
  listTrustedServices: {
    operation: 'ListAWSServiceAccessForOrganization',
    args: pageOnly,
    result: listed('EnabledServicePrincipals', service('DateEnabled')),
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
    operation: 'ListDelegatedAdministrators',
    args: record<Args<'listDelegates'>>({ ...paging, service: member('ServicePrincipal') }),
    result: listed('DelegatedAdministrators', structure.delegate),
  },
  listDelegations: {
    operation: 'ListDelegatedServicesForAccount',
    args: record<Args<'listDelegations'>>({ ...paging, account: member('AccountId') }, ['account']),
    result: listed('DelegatedServices', service('DelegationEnabledDate')),
  },
  tagResource: {
    operation: 'TagResource',
    args: record<Args<'tagResource'>>(
      { resource: member('ResourceId'), tags: member('Tags', list(structure.tag)) },
      ['resource', 'tags'],
    ),
    result: nothing,
  },
  untagResource: {
    operation: 'UntagResource',
    args: record<Args<'untagResource'>>(
      { resource: member('ResourceId'), keys: member('TagKeys', list(text)) },
      ['resource', 'keys'],
    ),
    result: nothing,
  },
  listTags: {
    operation: 'ListTagsForResource',
    // the one list that takes no page size (line 6800)
    args: record<Omit<Args<'listTags'>, 'size'>>(
      { token: paging.token, resource: member('ResourceId') },
      ['resource'],
    ),
    result: listed('Tags', structure.tag),
  },
}
