import { saying } from '../fault-kit/alter-decide.ts'
import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingAccounts } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Creates accounts for which there is no room, and invites none. */
export const fullOrganizationCreates: KnownFault = {
  name: 'full-organization-creates',
  description: 'creates accounts for which there is no room',
  breaks: {
    aws: ['scenario/account-count-limit/full-creates-none'],
    huawei: ['scenario/account-count-limit/full-creates-none'],
  },
  alter: saying('createAccount', ({ world, command, context, decide }) => {
    const limits = { ...context.rules.limits, accountsPerOrganization: Infinity }
    return decide(world, command, { ...context, rules: { ...context.rules, limits } })
  }),
  seen: {
    at: async (visit) => {
      await filledUp(visit, takingAccounts)
      return (await visit.boss.createAccount({ name: 'More', email: 'more@example.org' })).came
    },
    right: 'accountCountExceeded',
    wrong: 'done',
  },
}
