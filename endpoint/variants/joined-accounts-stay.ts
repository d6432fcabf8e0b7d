import { refused } from '../../specs/model/decision.ts'
import { day, founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownVariant } from '../variant.ts'

const wait = 4 * day

/** Keeps every account for four days after it joined, however it did. */
export const joinedAccountsStay: KnownVariant = {
  name: 'joined-accounts-stay',
  description: 'keeps every account for four days after it joined, however it did',
  evidence: { aws: ['O31', 'O175'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const { verb, caller } = command
      if (
        decision.kind === 'refused' ||
        !(verb === 'removeAccount' || verb === 'leaveOrganization')
      )
        return decision
      const organization = organizationOf({ world, command, context, decide })
      const account = verb === 'removeAccount' ? command.args.account : caller
      const joinedAt = organization?.members.get(account)?.joinedAt ?? 0
      return context.now < joinedAt + wait
        ? refused('waitPeriodActive', `account: ${account} joined less than four days ago`)
        : decision
    },
  }),
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
