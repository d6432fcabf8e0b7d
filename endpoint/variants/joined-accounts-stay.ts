import { refused, type Decision } from '../../specs/model/decision.ts'
import { decideAs, saying, type Moment } from '../fault-kit/alter-decide.ts'
import { day, founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { Steps } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

const wait = 4 * day

/** The right decision, where the account has been there long enough. */
const staying = (moment: Moment, account: string): Decision => {
  const decision = decideAs(moment, {})
  const joinedAt = organizationOf(moment)?.members.get(account)?.joinedAt ?? 0
  return decision.kind === 'done' && moment.context.now < joinedAt + wait
    ? refused('waitPeriodActive', `account: ${account} joined less than four days ago`)
    : decision
}

/** What an account has to leave for. */
const leaving = [
  'contract/aws/LeaveOrganization/*',
  'contract/aws/RemoveAccountFromOrganization/*',
  'law/attachment-views-agree/account-gone',
  'law/undone-of-membership/*',
  'law/who-returns-is-as-new/*',
  'scenario/account-count-limit/removed-makes-room',
  'scenario/account-count-limit/closed-count*',
  'scenario/caller-authorization-invitations/*',
  'scenario/delegate-leaves/*',
  'scenario/delegate-stays/*',
  'scenario/effective-policy-of-the-root/removed-is-refused*',
  'scenario/invite-accept-leave/*',
  'scenario/member-leave/*',
  'scenario/member-leaves-nothing-behind/*',
  'scenario/member-removal/*',
  'scenario/organization-dissolving/*',
  'endpoint/aws/LeaveOrganization/*',
  'endpoint/aws/RemoveAccountFromOrganization/*',
  'model/aws/LeaveOrganization/*',
  'model/aws/RemoveAccountFromOrganization/*',
]

/** Keeps every account for four days after it joined, however it did. */
export const joinedAccountsStay: KnownVariant = {
  name: 'joined-accounts-stay',
  description: 'keeps every account for four days after it joined, however it did',
  evidence: { aws: ['O31', 'O175'] },
  differences: [
    { checks: leaving, to: 'NO_PRINCIPAL', because: 'no account of a run may leave yet' },
    { checks: leaving, to: 'SETUP_FAILED', because: 'no account of a run may leave yet' },
  ],
  alter: (steps) => {
    const removing: Steps = {
      ...steps,
      ...saying('removeAccount', (moment) => staying(moment, moment.args.account))(steps),
    }
    return {
      ...removing,
      ...saying('leaveOrganization', (moment) => staying(moment, moment.command.caller))(removing),
    }
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      const soon = (await visit.boss.removeAccount({ account })).came
      visit.wait(wait)
      await visit.boss.removeAccount({ account })
      return [soon, (await visit.boss.getAccount({ account })).came]
    },
    quiet: ['done', 'accountNotFound'],
    varied: ['waitPeriodActive', 'accountNotFound'],
  },
}
