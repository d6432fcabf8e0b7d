import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { created, founded, inviting, minute } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Counts no closed accounts among those that an organization has. */
export const closedAccountsMakeRoom: KnownFault = {
  name: 'closed-accounts-make-room',
  description: 'counts no closed accounts among those that an organization has',
  breaks: { aws: ['K27'] },
  alter: forgiving(['accountCountExceeded'], (moment) => {
    const { world, command, context, decide } = moment
    const members = [...(organizationOf(moment)?.members.keys() ?? [])]
    const closed = members.filter((id) => world.accounts.get(id)?.closedAt !== undefined).length
    const { limits } = context.rules
    const most = (limits.accountsPerOrganization ?? 0) + closed
    const rules = { ...context.rules, limits: { ...limits, accountsPerOrganization: most } }
    return closed === 0 ? decideAs(moment, {}) : decide(world, command, { ...context, rules })
  }),
  seen: {
    at: async (visit) => {
      const { boss, vendor } = visit
      await founded(visit)
      const account = await created(visit)
      const most = vendor.referenceEndpoint.reachable?.accountsPerOrganization ?? 0
      for (let count = 2; count < most; count += 1)
        await inviting(boss, vendor.mintAccount(BigInt(count + 10)))
      await boss.closeAccount({ account })
      visit.wait(minute)
      return (await inviting(boss, vendor.mintAccount(9n))).came
    },
    right: 'accountCountExceeded',
    wrong: 'done',
  },
}
