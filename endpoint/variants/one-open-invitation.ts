import { refused } from '../../specs/model/decision.ts'
import { isPending } from '../../specs/model/invitation-state.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { Steps } from '../steps.ts'
import { quotaOfInvitations } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

const alter = saying('inviteAccount', (moment) => {
  const { world, context } = moment
  const decision = decideAs(moment, {})
  const open = (organizationOf(moment)?.invitations ?? []).filter((id) => {
    const invitation = world.invitations.get(id)
    return invitation?.action === 'invite' && isPending(invitation, { world, ...context })
  })
  return decision.kind === 'done' && open.length > 0
    ? refused('accountCountExceeded', 'target: one invitation may be open at a time')
    : decision
})

/** Has room for one open invitation. */
export const oneOpenInvitation: KnownVariant = {
  name: 'one-open-invitation',
  description: 'has room for one open invitation',
  evidence: { aws: ['O87', 'O173', 'O174'], huawei: ['H53'], tencent: ['T32'] },
  differences: [
    {
      checks: [
        'contract/*/caller/*',
        'contract/*/paging/*',
        'scenario/account-count-limit/*',
        'scenario/invitation-count-limit/*',
        'scenario/invitation-listing/*',
        'scenario/invite-a-member/*',
        'scenario/invite-target/*',
      ],
      to: 'NO_QUOTA',
      because: 'no further invitation is to be had',
    },
  ],
  // nobody says how many there are
  hides: ['account-quota-ignored', 'departed-accounts-count', 'full-organization-creates'],
  ownLimits: ['accountsPerOrganization'],
  alter: (steps, setting) => {
    const limited: Steps = { ...steps, ...alter(steps) }
    return { ...limited, ...quotaOfInvitations(limited, setting) }
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      await invited(visit)
      return await invited(visit, visit.third).then(
        () => 'invited',
        () => 'refused',
      )
    },
    quiet: 'invited',
    varied: 'refused',
  },
}
