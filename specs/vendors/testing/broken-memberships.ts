import { decide as rightly } from '../../model/decide.ts'
import type { Decision } from '../../model/decision.ts'
import type {
  AccountRecord,
  InvitationRecord,
  OrganizationRecord,
  World,
} from '../../model/world.ts'
import { created, delegated, joined } from './beginnings.ts'
import { homeOf, leaving, otherwise, pretending, writing, type Decided } from './break.ts'
import type { BrokenRule } from './broken-rule.ts'

/** A world in which no invitation was answered yet. */
const unanswered = ({ world }: Decided): { readonly world: World } => {
  const open = [...world.invitations].map(
    ([id, { answer: _answer, ...one }]): [string, InvitationRecord] => [id, one],
  )
  return { world: { ...world, invitations: new Map(open) } }
}

const accountIn = ({ accounts }: World, id: string): AccountRecord =>
  accounts.get(id) ?? { id, name: '', email: '' }

/** A world in which the caller is in no organization. */
const homeless = ({ world, command: { caller } }: Decided): { readonly world: World } => {
  const { organization: _, ...alone } = accountIn(world, caller)
  return { world: { ...world, accounts: new Map(world.accounts).set(caller, alone) } }
}

const bare = (organization: OrganizationRecord): OrganizationRecord => ({
  ...organization,
  attachments: new Map([...organization.attachments].slice(0, 2)),
})

/** A delegate is sent away, and stays one. */
const sendAway = ({ decision, world, command, context }: Decided): Decision => {
  const own = homeOf(world, command.caller)
  if (!own || decision.kind === 'done' || decision.refusal !== 'delegateCannotLeave')
    return decision
  const freed = new Map(world.organizations).set(own.id, { ...own, delegations: [] })
  const sent = rightly({ ...world, organizations: freed }, command, context)
  if (sent.kind === 'refused') return sent
  const { organizations = [], ...changes } = sent.changes
  const { delegations } = own
  return {
    ...sent,
    changes: { ...changes, organizations: organizations.map((one) => ({ ...one, delegations })) },
  }
}

/** What can go wrong with who belongs where, and with invitations. */
export const brokenMemberships: readonly BrokenRule[] = [
  {
    name: 'an account that leaves stays a member',
    vendor: 'aws',
    decide: leaving('leaveOrganization', (_, before) => before),
    breaks: 'an account and its organization agree',
    from: joined,
    path: ['leaveOrganization'],
  },
  {
    name: 'an account that is sent away still thinks that it is a member',
    vendor: 'tencent',
    decide: writing('removeAccount', ({ accounts: _accounts, ...changes }) => changes),
    breaks: 'an account and its organization agree',
    from: joined,
    path: ['removeAccount'],
  },
  {
    name: 'an account joins a second organization',
    vendor: 'huawei',
    decide: pretending('acceptInvitation', homeless),
    breaks: 'an account has one home at most',
    path: ['createOrganization', 'inviteAccount', 'createOrganization', 'acceptInvitation'],
  },
  {
    name: 'an invitation that was declined is accepted',
    vendor: 'tencent',
    decide: pretending('acceptInvitation', unanswered),
    breaks: 'an answer is final',
    path: ['createOrganization', 'inviteAccount', 'declineInvitation', 'acceptInvitation'],
  },
  {
    name: 'who joins gets no policy',
    vendor: 'aws',
    decide: leaving('acceptInvitation', bare),
    breaks: 'every node carries a policy where the vendor puts one',
    path: ['createOrganization', 'inviteAccount', 'acceptInvitation'],
  },
  {
    name: 'an organization that ends leaves its invitations open',
    vendor: 'huawei',
    decide: writing('deleteOrganization', ({ invitations: _invitations, ...changes }) => changes),
    breaks: 'an open invitation comes from an organization that is there',
    path: ['createOrganization', 'inviteAccount', 'deleteOrganization'],
  },
  {
    name: 'an organization ends with a member in it',
    vendor: 'tencent',
    decide: otherwise('deleteOrganization', ({ world, command: { caller }, decision }) => {
      const { id = '' } = homeOf(world, caller) ?? {}
      return decision.kind === 'refused' && decision.refusal === 'organizationNotEmpty'
        ? { kind: 'done', result: {}, changes: { dissolved: [id] } }
        : decision
    }),
    breaks: 'an account and its organization agree',
    from: joined,
    path: ['deleteOrganization'],
  },
  {
    name: 'one more is invited than may be',
    vendor: 'tencent',
    decide: pretending('inviteAccount', ({ context }) => {
      const { rules } = context
      const limits = { ...rules.limits, accountsPerOrganization: 4 }
      return { context: { ...context, rules: { ...rules, limits } } }
    }),
    breaks: 'members and who is invited are no more than may be',
    path: ['createOrganization', 'inviteAccount', 'inviteAccount', 'inviteAccount'],
  },
  {
    name: 'somebody is invited twice',
    vendor: 'huawei',
    decide: pretending('inviteAccount', ({ world }) => ({
      world: { ...world, invitations: new Map() },
    })),
    breaks: 'nobody is asked twice at once',
    path: ['createOrganization', 'inviteAccount', 'inviteAccount'],
  },
  {
    name: 'a delegate is sent away',
    vendor: 'aws',
    decide: otherwise('removeAccount', sendAway),
    breaks: 'a delegate is a member, and not the management account',
    from: delegated,
    path: ['removeAccount'],
  },
  {
    name: 'an account that is closed is closed again',
    vendor: 'huawei',
    decide: otherwise(
      'closeAccount',
      ({ world, command: { args }, context: { now }, decision }) => {
        const { account = '' } = args as { account?: string }
        const closed = world.accounts.get(account)
        return closed && decision.kind === 'refused' && decision.refusal === 'accountAlreadyClosed'
          ? { kind: 'done', result: {}, changes: { accounts: [{ ...closed, closedAt: now }] } }
          : decision
      },
    ),
    breaks: 'closed stays closed, since it was',
    from: created,
    path: ['closeAccount', 'wait', 'closeAccount'],
  },
  {
    name: 'a closed account is heard',
    vendor: 'aws',
    decide: pretending('leaveOrganization', ({ world, command: { caller } }) => {
      const { closedAt: _, ...open } = accountIn(world, caller)
      return { world: { ...world, accounts: new Map(world.accounts).set(caller, open) } }
    }),
    breaks: 'who is closed does nothing any more',
    from: joined,
    path: ['closeAccount', 'leaveOrganization'],
  },
]
