import type { MemberRecord } from '../../specs/model/world.ts'
import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, joined, minute } from '../fault-kit/arrange.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Tells the effective policies of accounts that were removed as if they were there. */
export const departedAccountsHaveEffect: KnownFault = {
  name: 'departed-accounts-have-effect',
  description: 'tells the effective policies of accounts that were removed as if they were there',
  breaks: { aws: ['E18'], huawei: ['R162'] },
  alter: (steps) => {
    const gone = new Map<string, MemberRecord>()
    const removing = noticing('removeAccount', (moment) => {
      const { account } = moment.args
      const member = organizationOf(moment)?.members.get(account)
      if (member) gone.set(account, member)
    })
    const telling = forgiving(['targetNotFound'], (moment) => {
      const organization = organizationOf(moment)
      if (moment.command.verb !== 'getEffectivePolicy' || organization === undefined)
        return decideIn(moment, moment.world)
      const members = new Map([...gone, ...organization.members])
      return decideIn(moment, seeing(moment.world, { ...organization, members }))
    })
    return altering(removing, telling)(steps)
  },
  seen: {
    at: async (visit) => {
      const { boss } = visit
      const root = await founded(visit)
      const target = await joined(visit)
      await boss.enablePolicyType({ root, type: 'tag' })
      visit.wait(minute)
      await boss.attachPolicy({ policy: await policyNamed(visit, 'P', 'tag'), target: root })
      await boss.removeAccount({ account: target })
      return (await boss.getEffectivePolicy({ type: 'tag', target })).came
    },
    right: 'targetNotFound',
    wrong: 'done',
  },
}
