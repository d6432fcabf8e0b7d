import { days } from '../../specs/model/invitation-state.ts'
import type { InvitationRecord, OrganizationRecord } from '../../specs/model/world.ts'
import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Lived } from '../variant-kit/given-organization.ts'
import { endedInvitation } from '../variant-kit/history.ts'
import { lived } from '../variant-kit/lived.ts'
import { cloudAccounts } from './cloud-accounts.ts'

/**
 * What somebody did in the organization of a cloud: units, a policy, tags, closed accounts, invitations that have ended and
 * one that is open, and a member that is a delegated administrator.
 */
export const cloudPast: Lived = (founded, context, vendor) => {
  const { accounts = [], invitations = [], organizations = [] } = lived(founded, context, vendor)
  const [before = founded] = organizations
  const open = openInvitation(endedInvitation(before, context, 'expired'), context.now)
  const sent = { ...before, invitations: [...before.invitations, open.id] }
  const tagged = withTags(sent, vendor)
  const since = context.now - days(120)
  const delegate = cloudAccounts(vendor).find(({ role }) => role === 'delegatedAdministrator')
  if (delegate === undefined) {
    return { accounts, invitations: [...invitations, open], organizations: [tagged] }
  }
  const { account: id } = delegate
  const record = {
    id,
    name: 'Delegate',
    email: `delegate-${id}@example.com`,
    organization: founded.id,
  }
  return {
    accounts: [...accounts, record],
    invitations: [...invitations, open],
    organizations: [withDelegate(tagged, { id, since, service: serviceOf(vendor) })],
  }
}

/** The same invitation, sent yesterday: it is open for two weeks. */
const openInvitation = (ended: InvitationRecord, now: number): InvitationRecord => ({
  ...ended,
  requestedAt: now - days(1),
  expiresAt: now + days(14),
})

const withTags = (organization: OrganizationRecord, vendor: Vendor): OrganizationRecord => {
  const [unit] = organization.units.keys()
  if (unit === undefined || !says(vendor, 'tagResource')) return organization
  const tags = [{ key: 'owner', value: 'somebody-else' }]
  return { ...organization, tags: new Map(organization.tags).set(unit, tags) }
}

interface Delegate {
  readonly id: string
  readonly since: number
  readonly service: string
}

const withDelegate = (
  organization: OrganizationRecord,
  { id: account, since, service }: Delegate,
): OrganizationRecord => {
  const { root } = organization
  const member = { account, parent: root, joinedBy: 'invited', joinedAt: since } as const
  const builtin = organization.attachments.get(root) ?? []
  return {
    ...organization,
    members: new Map(organization.members).set(account, member),
    attachments: new Map(organization.attachments).set(account, builtin),
    services: new Map(organization.services).set(service, since),
    delegations: [...organization.delegations, { account, service, since }],
  }
}

/** The last one that is known: whoever tries a service takes the first ones. */
const serviceOf = ({ profile }: Vendor): string => profile.services.at(-1) ?? ''
