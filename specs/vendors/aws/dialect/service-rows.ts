import type { DialectOf } from '../../../vendor/dialect.ts'
import { list, member, nothing, record, seconds, text, type Lens } from '../../../vendor/lens.ts'
import type { TrustedService } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'

const delegation: Lens<Args<'delegate'>> = record<Args<'delegate'>>(
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
  | 'trust'
  | 'distrust'
  | 'trusted'
  | 'delegate'
  | 'undelegate'
  | 'delegates'
  | 'delegations'
  | 'tag'
  | 'untag'
  | 'tags'
> = {
  trust: {
    operation: 'EnableAWSServiceAccess',
    args: only('service', 'ServicePrincipal'),
    result: nothing,
  },
  distrust: {
    operation: 'DisableAWSServiceAccess',
    args: only('service', 'ServicePrincipal'),
    result: nothing,
  },
  trusted: {
    operation: 'ListAWSServiceAccessForOrganization',
    args: pageOnly,
    result: listed('EnabledServicePrincipals', service('DateEnabled')),
  },
  delegate: { operation: 'RegisterDelegatedAdministrator', args: delegation, result: nothing },
  undelegate: { operation: 'DeregisterDelegatedAdministrator', args: delegation, result: nothing },
  delegates: {
    operation: 'ListDelegatedAdministrators',
    args: record<Args<'delegates'>>({ ...paging, service: member('ServicePrincipal') }),
    result: listed('DelegatedAdministrators', structure.delegate),
  },
  delegations: {
    operation: 'ListDelegatedServicesForAccount',
    args: record<Args<'delegations'>>({ ...paging, account: member('AccountId') }, ['account']),
    result: listed('DelegatedServices', service('DelegationEnabledDate')),
  },
  tag: {
    operation: 'TagResource',
    args: record<Args<'tag'>>(
      { resource: member('ResourceId'), tags: member('Tags', list(structure.tag)) },
      ['resource', 'tags'],
    ),
    result: nothing,
  },
  untag: {
    operation: 'UntagResource',
    args: record<Args<'untag'>>(
      { resource: member('ResourceId'), keys: member('TagKeys', list(text)) },
      ['resource', 'keys'],
    ),
    result: nothing,
  },
  tags: {
    operation: 'ListTagsForResource',
    // the one list that takes no page size (line 6800)
    args: record<Omit<Args<'tags'>, 'size'>>(
      { token: paging.token, resource: member('ResourceId') },
      ['resource'],
    ),
    result: listed('Tags', structure.tag),
  },
}
