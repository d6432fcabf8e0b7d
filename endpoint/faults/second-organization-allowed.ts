import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { homeless } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Lets a member found an organization of its own. */
export const secondOrganizationAllowed: KnownFault = {
  name: 'second-organization-allowed',
  description: 'lets a member found an organization of its own',
  breaks: { aws: ['A5'], huawei: ['R28'], tencent: ['S7'] },
  alter: forgiving(['alreadyInOrganization'], (moment) =>
    decideIn(moment, homeless(moment.world, moment.command.caller)),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.guest.createOrganization({})).came
    },
    right: 'alreadyInOrganization',
    wrong: 'done',
  },
}
