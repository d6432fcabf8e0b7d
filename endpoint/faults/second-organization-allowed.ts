import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { homeless } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Lets a member found an organization of its own. */
export const secondOrganizationAllowed: Fault = {
  name: 'second-organization-allowed',
  description: 'lets a member found an organization of its own',
  breaks: { aws: ['A5'], huawei: ['R28'], tencent: ['S7'] },
  alter: forgiving(['alreadyInOrganization'], (moment) =>
    decideIn(moment, homeless(moment.world, moment.command.caller)),
  ),
}
