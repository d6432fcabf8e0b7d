import { decideAs, decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { created, founded, minute } from '../fault-kit/arrange.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Dissolves organizations all of whose members are closed. */
export const organizationDissolvesWithClosedMembers: KnownFault = {
  name: 'organization-dissolves-with-closed-members',
  description: 'dissolves organizations all of whose members are closed',
  breaks: { aws: ['K27'], huawei: ['N49'] },
  alter: forgiving(['organizationNotEmpty'], (moment) => {
    const { world } = moment
    const organization = organizationOf(moment)
    if (organization === undefined) return decideAs(moment, {})
    const active = [...organization.members].filter(
      ([id]) => world.accounts.get(id)?.closedAt === undefined,
    )
    return decideIn(moment, seeing(world, { ...organization, members: new Map(active) }))
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.closeAccount({ account: await created(visit) })
      visit.wait(minute)
      return (await visit.boss.deleteOrganization({})).came
    },
    right: 'organizationNotEmpty',
    wrong: 'done',
  },
}
