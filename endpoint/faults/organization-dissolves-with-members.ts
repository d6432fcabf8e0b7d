import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { homeless, organizationOf } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Dissolves organizations that have members. */
export const organizationDissolvesWithMembers: KnownFault = {
  name: 'organization-dissolves-with-members',
  description: 'dissolves organizations that have members',
  breaks: { aws: ['A9'], huawei: ['R32'], tencent: ['S8'] },
  alter: forgiving(['organizationNotEmpty'], (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return done({})
    const accounts = [...organization.members.keys()].flatMap((id) => {
      const record = homeless(moment.world, id).accounts.get(id)
      return record === undefined ? [] : [record]
    })
    return done({}, { dissolved: [organization.id], accounts })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      await visit.boss.deleteOrganization({})
      return (await visit.guest.getOrganization({})).came
    },
    right: 'done',
    wrong: 'notInOrganization',
  },
}
